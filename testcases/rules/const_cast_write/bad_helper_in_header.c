// SPDX-License-Identifier: GPL-2.0-only
/* A helper in the driver's header returns the pointer: reported there. */
/* API: const typed */
#include <linux/mm.h>

#include "bad_helper_in_header.h"

void area_mark(struct vm_area_struct *vma)
{
	*driver_area_flags(vma) |= VM_IO;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A helper in a driver's header is not one of the owners. */
/* API: const */
#include <linux/mm.h>

#include "bad_inline_in_header.h"

void area_mark(struct vm_area_struct *vma)
{
	driver_flags_set(vma, VM_IO);
}

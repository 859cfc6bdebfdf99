// SPDX-License-Identifier: GPL-2.0-only
/* The macro that casts and stores comes from a header of the driver. */
/* API: const typed */
#include <linux/mm.h>

#include "bad_macro_in_header.h"

void area_mark(struct vm_area_struct *vma)
{
	driver_set_flags(vma, VM_IO); /* EXPECT: const_cast_write */
}

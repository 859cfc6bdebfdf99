// SPDX-License-Identifier: GPL-2.0-only
/* The macro that writes comes from a header of the driver. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#include "bad_macro_in_header.h"

void area_mark(struct vm_area_struct *vma)
{
	driver_mark_area(vma); /* EXPECT: direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* An inline function of the driver's header writes: reported in the header. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#include "bad_inline_in_header.h"

void area_mark(struct vm_area_struct *vma)
{
	driver_area_mark(vma);
}

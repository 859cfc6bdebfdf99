// SPDX-License-Identifier: GPL-2.0-only
/* The write is what a function returns. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

unsigned long area_clear(struct vm_area_struct *vma, unsigned long flags)
{
	return vma->vm_flags &= ~flags; /* EXPECT: direct_write */
}

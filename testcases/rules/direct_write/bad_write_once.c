// SPDX-License-Identifier: GPL-2.0-only
/* WRITE_ONCE() makes the store untorn, not allowed. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_set_flags(struct vm_area_struct *vma, unsigned long flags)
{
	WRITE_ONCE(vma->vm_flags, flags); /* EXPECT: direct_write */
}

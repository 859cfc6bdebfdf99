// SPDX-License-Identifier: GPL-2.0-only
/* Incrementing and decrementing, before and after. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_count(struct vm_area_struct *vma)
{
	vma->vm_flags++; /* EXPECT: direct_write */
	++vma->vm_flags; /* EXPECT: direct_write */
	vma->vm_flags--; /* EXPECT: direct_write */
	--vma->vm_flags; /* EXPECT: direct_write */
}

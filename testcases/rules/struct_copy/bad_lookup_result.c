// SPDX-License-Identifier: GPL-2.0-only
/* The VMA copied comes right out of a lookup. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_snapshot(struct mm_struct *mm, struct vm_area_struct *to)
{
	*to = *find_vma(mm, 0); /* EXPECT: struct_copy */
}

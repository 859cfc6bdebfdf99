// SPDX-License-Identifier: GPL-2.0-only
/* Chained assignments: in the middle, at the end, and two at once. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void areas_set(struct vm_area_struct *a, struct vm_area_struct *b,
	       unsigned long flags)
{
	unsigned long saved;

	saved = a->vm_flags = flags;   /* EXPECT: direct_write */
	a->vm_flags = saved = flags;   /* EXPECT: direct_write */
	a->vm_flags = b->vm_flags = 0; /* EXPECT: direct_write, direct_write */
	(void)saved;
}

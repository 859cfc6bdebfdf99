// SPDX-License-Identifier: GPL-2.0-only
/* The mask was forgotten in a condition, and in a copy */
#include <linux/mm.h>

int area_kind(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags;

	if (vma->vm_flags) /* EXPECT: word_as_truth */
		return 1;
	return flags ? 2 : 3; /* EXPECT: word_as_truth */
}

// SPDX-License-Identifier: GPL-2.0-only
/* !! of the word */
#include <linux/mm.h>

int area_is_locked(struct vm_area_struct *vma)
{
	return !!vma->vm_flags; /* EXPECT: word_as_truth */
}

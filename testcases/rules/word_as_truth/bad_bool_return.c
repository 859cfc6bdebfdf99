// SPDX-License-Identifier: GPL-2.0-only
/* The word returned as a bool */
#include <linux/mm.h>

bool area_is_huge(struct vm_area_struct *vma)
{
	return vma->vm_flags; /* EXPECT: word_as_truth */
}

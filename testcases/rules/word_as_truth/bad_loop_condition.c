// SPDX-License-Identifier: GPL-2.0-only
/* A loop that goes on as long as there is any flag. */
#include <linux/mm.h>

int area_wait(struct vm_area_struct *vma, int rounds)
{
	while (vma->vm_flags) { /* EXPECT: word_as_truth */
		if (rounds-- == 0)
			break;
	}
	for (; vma->vm_flags; rounds++) /* EXPECT: word_as_truth */
		if (rounds > 8)
			break;
	return rounds;
}

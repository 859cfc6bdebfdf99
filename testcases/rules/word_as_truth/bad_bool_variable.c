// SPDX-License-Identifier: GPL-2.0-only
/* The word kept in a bool, by initialiser and by assignment */
#include <linux/mm.h>

int area_count(struct vm_area_struct *vma, struct vm_area_struct *next)
{
	bool is_locked = vma->vm_flags; /* EXPECT: word_as_truth */

	if (is_locked)
		return 1;
	is_locked = next->vm_flags; /* EXPECT: word_as_truth */
	return is_locked;
}

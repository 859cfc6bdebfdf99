// SPDX-License-Identifier: GPL-2.0-only
/* ! binds tighter than & */
#include <linux/mm.h>

int area_refuse(struct vm_area_struct *vma)
{
	if (!vma->vm_flags & VM_WRITE) /* EXPECT: word_as_truth: negates */
		return -1;
	return 0;
}

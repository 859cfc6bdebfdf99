// SPDX-License-Identifier: GPL-2.0-only
/* == binds tighter than & */
#include <linux/mm.h>

bool area_is_writable(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_WRITE == VM_WRITE; /* EXPECT: word_as_truth: compared */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The second half of an 'or' is a constant */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO || VM_PFNMAP; /* EXPECT: word_as_truth: VM_PFNMAP */
}

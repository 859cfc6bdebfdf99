// SPDX-License-Identifier: GPL-2.0-only
/* Three in a row are one finding, whatever stands beside them */
#include <linux/mm.h>

bool area_skip(struct vm_area_struct *vma, bool is_forced)
{
	return !is_forced ||
	       (vma->vm_flags & VM_IO) || /* EXPECT: split_test: 3 times */
	       (vma->vm_flags & VM_PFNMAP) ||
	       (vma->vm_flags & VM_HUGETLB);
}

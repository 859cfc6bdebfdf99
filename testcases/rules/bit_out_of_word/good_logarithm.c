// SPDX-License-Identifier: GPL-2.0-only
/* The number of a low flag shifts an int */
#include <linux/log2.h>
#include <linux/mm.h>

bool area_is_huge(struct vm_area_struct *vma)
{
	return vma->vm_flags & (1U << ilog2(VM_HUGETLB));
}

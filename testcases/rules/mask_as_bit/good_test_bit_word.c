// SPDX-License-Identifier: GPL-2.0-only
/* The number of the flag, on a copy of the flags */
#include <linux/log2.h>
#include <linux/mm.h>

bool area_is_huge(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags;

	return test_bit(ilog2(VM_HUGETLB), &flags);
}

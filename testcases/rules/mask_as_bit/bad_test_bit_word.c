// SPDX-License-Identifier: GPL-2.0-only
/* test_bit() on a copy of the flags; the mask is out of range */
#include <linux/mm.h>

bool area_is_huge(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags;

	return test_bit(VM_HUGETLB, &flags); /* EXPECT: mask_as_bit: out of */
}

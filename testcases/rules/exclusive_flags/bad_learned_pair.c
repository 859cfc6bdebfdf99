// SPDX-License-Identifier: GPL-2.0-only
/* A pair that only the tree's own assertion tells. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_HUGETLB);
	vm_flags_set(vma, VM_MIXEDMAP); /* EXPECT: exclusive_flags */
}

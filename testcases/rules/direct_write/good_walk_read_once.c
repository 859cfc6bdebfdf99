// SPDX-License-Identifier: GPL-2.0-only
/* A page table walk reads the flags of its VMA once. */
#include <linux/mm.h>

struct mm_walk {
	struct vm_area_struct *vma;
	void *private;
};

int walk_test(unsigned long start, unsigned long end, struct mm_walk *walk)
{
	unsigned long vm_flags = READ_ONCE(walk->vma->vm_flags);

	if ((vm_flags & (VM_SHARED | VM_MAYWRITE)) == (VM_SHARED | VM_MAYWRITE))
		return 0;
	return !(vm_flags & VM_HUGETLB);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Initialisers of pseudo VMAs are no later write. */
#include <linux/mm.h>

void range_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma = {
		.vm_mm = mm,
		.vm_flags = VM_EXEC,
	};
	struct vm_area_struct other = TLB_FLUSH_VMA(mm, VM_HUGETLB);

	flush_range(&vma, start, end);
	flush_range(&other, start, end);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Every VMA of a range, past a test and a continue. */
/* API: const typed */
#include <linux/mm.h>

void areas_keep(struct mm_struct *mm, unsigned long end)
{
	struct vm_area_struct *vma;
	VMA_ITERATOR(vmi, mm, 0);

	for_each_vma_range(vmi, vma, end)
	{
		if (vma->vm_flags & VM_PFNMAP)
			continue;
		vm_flags_init(vma, VM_READ); /* EXPECT: init_on_live */
	}
}

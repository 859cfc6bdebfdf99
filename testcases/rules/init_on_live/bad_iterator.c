// SPDX-License-Identifier: GPL-2.0-only
/* Every VMA of an iterator. */
/* API: const typed */
#include <linux/mm.h>

void areas_keep(struct mm_struct *mm)
{
	struct vm_area_struct *vma;
	VMA_ITERATOR(vmi, mm, 0);

	for_each_vma(vmi, vma)
		/* EXPECT-NEXT-LINE: init_on_live */
		vm_flags_init(vma, vma->vm_flags & ~VM_DONTCOPY);
}

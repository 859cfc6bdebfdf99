// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap is replaced after the VMA was inserted. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_build(struct mm_struct *mm, struct vma_iterator *vmi,
	       vma_flags_t flags)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -ENOMEM;
	vma->flags = flags;
	vma_iter_store(vmi, vma);
	vma->flags = EMPTY_VMA_FLAGS; /* EXPECT: unlocked_modify */
	return 0;
}

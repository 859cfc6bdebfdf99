// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that nobody sees yet gets its bitmap as a whole. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_build(struct mm_struct *mm, struct vm_area_desc *desc)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -ENOMEM;
	vma->flags = desc->vma_flags;
	return insert_vm_struct(mm, vma);
}

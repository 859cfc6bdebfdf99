// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that was just made needs no lock. */
/* API: typed3 */
#include <linux/mm.h>

struct vm_area_struct *area_create(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return NULL;
	vma->vm_pgoff = 0;
	vma_set_flags(vma, VMA_READ_BIT, VMA_MAYREAD_BIT);
	return vma;
}

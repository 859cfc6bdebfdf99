// SPDX-License-Identifier: GPL-2.0-only
/* The function of the file is handed a VMA that is locked. */
/* API: typed3 */
#include <linux/mm.h>

static void area_apply(struct vm_area_struct *vma)
{
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
}

void area_keep(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, at);
	if (vma) {
		vma_start_write(vma);
		area_apply(vma);
	}
	mmap_write_unlock(mm);
}

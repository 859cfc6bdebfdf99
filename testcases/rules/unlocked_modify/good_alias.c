// SPDX-License-Identifier: GPL-2.0-only
/* The VMA was locked under another name. */
/* API: typed3 */
#include <linux/mm.h>

void area_keep(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma, *target;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, at);
	target = vma;
	if (target) {
		vma_start_write(vma);
		vma_set_flags(target, VMA_DONTCOPY_BIT);
	}
	mmap_write_unlock(mm);
}

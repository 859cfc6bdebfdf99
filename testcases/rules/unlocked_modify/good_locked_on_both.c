// SPDX-License-Identifier: GPL-2.0-only
/* Both branches lock, each in its way. */
/* API: typed3 */
#include <linux/mm.h>

int area_keep(struct mm_struct *mm, unsigned long at, bool killable)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (killable) {
		if (vma_start_write_killable(vma))
			goto out;
	} else {
		vma_start_write(vma);
	}
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
out:
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A way around the lock leads to the store. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_replace(struct mm_struct *mm, unsigned long at, vma_flags_t flags,
		 bool quick)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, at);
	if (!vma)
		goto out;
	if (!quick)
		vma_start_write(vma);
	vma->flags = flags; /* EXPECT: unlocked_modify */
out:
	mmap_write_unlock(mm);
	return 0;
}

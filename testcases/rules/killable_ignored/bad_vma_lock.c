// SPDX-License-Identifier: GPL-2.0-only
/* The killable lock of one VMA, dropped (7.x). */
/* API: typed3 */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma) {
		vma_start_write_killable(vma);
		/* EXPECT-NEXT-LINE: killable_ignored */
		vma_set_flags(vma, VMA_DONTCOPY_BIT);
	}
	mmap_write_unlock(mm);
	return 0;
}

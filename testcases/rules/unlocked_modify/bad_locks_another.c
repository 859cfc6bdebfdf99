// SPDX-License-Identifier: GPL-2.0-only
/* Another VMA is locked than the one that changes. */
/* API: typed3 */
#include <linux/mm.h>

void areas_merge(struct mm_struct *mm, struct vm_area_struct *first)
{
	struct vm_area_struct *next;

	mmap_write_lock(mm);
	next = find_vma(mm, first->vm_end);
	vma_start_write(first);
	if (next)
		/* EXPECT-NEXT-LINE: unlocked_modify */
		vma_clear_flags(next, VMA_ACCOUNT_BIT);
	mmap_write_unlock(mm);
}

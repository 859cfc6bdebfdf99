// SPDX-License-Identifier: GPL-2.0-only
/* Only one branch takes the lock. */
/* API: typed3 */
#include <linux/mm.h>

void area_seal(struct mm_struct *mm, unsigned long at, bool careful)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (careful)
		vma_start_write(vma);
	/* EXPECT-NEXT-LINE: unlocked_modify */
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
	mmap_write_unlock(mm);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The bare helper on a VMA from a lookup; nobody locked it. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_keep(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, address);
	if (vma)
		/* EXPECT-NEXT-LINE: unlocked_modify: without its write lock */
		vma_set_flags(vma, VMA_DONTCOPY_BIT);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The whole bitmap is stored at once, under no lock of the VMA. */
/* API: typed3 */
#include <linux/mm.h>

int area_lock(struct mm_struct *mm, unsigned long address, vma_flags_t flags)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		/* EXPECT-NEXT-LINE: unlocked_modify */
		vma_flags_reset_once(vma, &flags);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The change is in a function of the file that is handed the VMA. */
/* API: typed3 */
#include <linux/mm.h>

static void area_apply(struct vm_area_struct *vma)
{
	vma_set_flags(vma, VMA_DONTCOPY_BIT); /* EXPECT: unlocked_modify */
}

void area_keep(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, address);
	if (vma)
		area_apply(vma);
	mmap_write_unlock(mm);
}

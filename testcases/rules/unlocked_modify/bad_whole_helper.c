// SPDX-License-Identifier: GPL-2.0-only
/* A helper replaces the bitmap; only one of its callers has the lock. */
/* API: typed2 typed3 */
#include <linux/mm.h>

static void area_store(struct vm_area_struct *vma, const vma_flags_t *flags)
{
	vma->flags = *flags; /* EXPECT: unlocked_modify */
}

void area_lock(struct mm_struct *mm, unsigned long at, vma_flags_t flags)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	vma_start_write(vma);
	area_store(vma, &flags);
	mmap_write_unlock(mm);
}

void area_forget(struct mm_struct *mm, unsigned long at, vma_flags_t flags)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	area_store(vma, &flags);
	mmap_write_unlock(mm);
}

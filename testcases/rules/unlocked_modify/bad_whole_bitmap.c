// SPDX-License-Identifier: GPL-2.0-only
/* The whole bitmap of a VMA in use is replaced, by several ways to it. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_replace(struct mm_struct *mm, unsigned long at, vma_flags_t flags)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	vma->flags = flags; /* EXPECT: unlocked_modify */
	mmap_write_unlock(mm);
}

void area_replace_at(struct mm_struct *mm, unsigned long at, vma_flags_t flags)
{
	vma_flags_t *target;

	mmap_write_lock(mm);
	target = &find_vma(mm, at)->flags;
	*target = flags; /* EXPECT: unlocked_modify */
	mmap_write_unlock(mm);
}

void areas_clear(struct mm_struct *mm, unsigned long at, unsigned long end)
{
	mmap_write_lock(mm);
	for (; at < end; at += 4096) {
		struct vm_area_struct *vma = find_vma(mm, at);

		vma->flags = EMPTY_VMA_FLAGS; /* EXPECT: unlocked_modify */
	}
	mmap_write_unlock(mm);
}

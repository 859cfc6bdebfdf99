// SPDX-License-Identifier: GPL-2.0-only
/* A function of the file makes the lookup. */
/* API: typed3 */
#include <linux/mm.h>

static struct vm_area_struct *area_at(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma = find_vma(mm, at);

	if (vma && vma->vm_start > at)
		return NULL;
	mmap_assert_write_locked(mm);
	return vma;
}

void area_keep(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma = area_at(mm, at);

	if (vma)
		/* EXPECT-NEXT-LINE: unlocked_modify */
		vma_set_flags(vma, VMA_DONTCOPY_BIT);
}

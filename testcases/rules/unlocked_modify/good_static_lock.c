// SPDX-License-Identifier: GPL-2.0-only
/* A function of the file takes the locks. */
/* API: typed3 */
#include <linux/mm.h>

static struct vm_area_struct *area_get(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma)
		vma_start_write(vma);
	return vma;
}

static void area_put(struct mm_struct *mm)
{
	mmap_write_unlock(mm);
}

void area_keep(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma = area_get(mm, at);

	if (vma)
		vma_set_flags(vma, VMA_DONTCOPY_BIT);
	area_put(mm);
}

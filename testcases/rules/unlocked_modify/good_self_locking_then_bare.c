// SPDX-License-Identifier: GPL-2.0-only
/* Behind a helper that locks, the bare one may follow. */
/* API: typed3 */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma) {
		vm_flags_set(vma, VM_DONTCOPY);
		vma_clear_flags(vma, VMA_DONTCOPY_BIT);
	}
	mmap_write_unlock(mm);
}

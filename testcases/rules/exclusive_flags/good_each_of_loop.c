// SPDX-License-Identifier: GPL-2.0-only
/* Each round of a loop has another mapping. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct mm_struct *mm, unsigned long at, unsigned long mixed)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	for (; at; at -= 4096) {
		vma = vma_lookup(mm, at);
		if (!vma)
			continue;
		if (at == mixed)
			vm_flags_set(vma, VM_MIXEDMAP);
		else
			vm_flags_set(vma, VM_PFNMAP);
	}
	mmap_write_unlock(mm);
}

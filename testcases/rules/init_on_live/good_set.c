// SPDX-License-Identifier: GPL-2.0-only
/* The corrected twin: the helper that locks. */
/* API: const typed */
#include <linux/mm.h>

int segment_attach(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, address);
	if (!vma) {
		mmap_write_unlock(mm);
		return -14;
	}
	vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

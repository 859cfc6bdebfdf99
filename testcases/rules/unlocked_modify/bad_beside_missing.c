// SPDX-License-Identifier: GPL-2.0-only
/* An error about flags costs the code no path: the lock is still not held. */
/* API: const */
/* REJECTED(const): nothing declares the name */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_read_lock(mm);
	vma = find_vma(mm, address);
	vma_set_flags(vma, 1); /* EXPECT: missing_helper */
	vm_flags_set(vma, VM_IO); /* EXPECT: unlocked_modify */
	mmap_read_unlock(mm);
}

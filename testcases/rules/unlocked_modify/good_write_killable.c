// SPDX-License-Identifier: GPL-2.0-only
/* The killable write lock, by its three spellings. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;
	int error;

	error = mmap_write_lock_killable(mm);
	if (error)
		return error;
	vma = find_vma(mm, at);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	if (mmap_write_lock_killable(mm) != 0)
		return -4;
	vma = find_vma(mm, at);
	if (vma)
		vm_flags_clear(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

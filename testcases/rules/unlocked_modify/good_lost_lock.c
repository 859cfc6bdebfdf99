// SPDX-License-Identifier: GPL-2.0-only
/* The statement that takes the lock does not compile, and is lost. */
/* API: const typed */
/* ERRORS: names that nobody declares */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	if (mmap_write_lock_killable(mm))
		return undeclared_error;
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

void area_mark_other(struct mm_struct *mm, unsigned long address)
{
	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	if (address > undeclared_end)
		mmap_write_lock(mm);
	else
		mmap_write_lock(mm);
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
}

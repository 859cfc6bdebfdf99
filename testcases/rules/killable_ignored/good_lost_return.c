// SPDX-License-Identifier: GPL-2.0-only
/* The way out after a failed lock names an error that no header declares. */
/* API: const typed */
/* ERRORS: names that nobody declares */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	int ret = mmap_write_lock_killable(mm);

	if (ret)
		return undeclared_error;
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

int area_mark_at_once(struct mm_struct *mm, unsigned long address)
{
	if (mmap_write_lock_killable(mm))
		return undeclared_error;
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

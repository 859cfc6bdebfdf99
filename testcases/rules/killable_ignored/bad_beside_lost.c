// SPDX-License-Identifier: GPL-2.0-only
/* A statement is lost in another function; this one is as it is written. */
/* API: const typed */
/* ERRORS: a name that nobody declares */
#include <linux/mm.h>

int area_count(struct mm_struct *mm)
{
	if (mm)
		return undeclared_error;
	return 0;
}

int area_mark(struct mm_struct *mm, unsigned long address)
{
	int ret = mmap_write_lock_killable(mm);

	vm_flags_set(find_vma(mm, address), VM_IO); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
	return ret;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The lock is taken by a statement that is lost, or its result is kept by one. */
/* API: const typed */
/* ERRORS: names that nobody declares */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	int ret;

	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	ret = mmap_write_lock_killable(undeclared_mm);
	if (ret)
		return ret;
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

int area_mark_kept(struct mm_struct *mm, unsigned long address)
{
	int taken = mmap_write_lock_killable(mm);

	undeclared_result = taken;
	if (undeclared_result)
		return -1;
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

static void area_set(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO);
}

/* What a broken caller says of a lock is not known, either. */
int area_mark_below(struct mm_struct *mm, unsigned long address)
{
	int ret = mmap_write_lock_killable(mm);

	if (ret)
		return undeclared_error;
	area_set(find_vma(mm, address));
	mmap_write_unlock(mm);
	return 0;
}

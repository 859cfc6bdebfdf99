// SPDX-License-Identifier: GPL-2.0-only
/* A function passes the result on, and its caller drops it. */
/* API: const typed */
#include <linux/mm.h>

static int area_lock(struct mm_struct *mm)
{
	return mmap_write_lock_killable(mm);
}

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	area_lock(mm);
	vm_flags_set(vma, VM_IO); /* KNOWN-MISS: killable_ignored */
	mmap_write_unlock(mm);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The change is in a function that other files may call as well. */
/* API: const typed */
#include <linux/mm.h>

void area_apply(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
}

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	mmap_write_lock_killable(mm);
	area_apply(vma);
	mmap_write_unlock(mm);
}

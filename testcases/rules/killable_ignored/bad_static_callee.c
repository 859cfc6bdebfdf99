// SPDX-License-Identifier: GPL-2.0-only
/* The change is in a function that the lock's caller calls. */
/* API: const typed */
#include <linux/mm.h>

static void area_apply(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
}

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	mmap_write_lock_killable(mm);
	area_apply(vma);
	mmap_write_unlock(mm);
}

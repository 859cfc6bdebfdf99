// SPDX-License-Identifier: GPL-2.0-only
/* The result of the killable lock is dropped. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	mmap_write_lock_killable(mm);
	/* EXPECT-NEXT-LINE: killable_ignored: nobody looked */
	vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The error is told, and the change made all the same. */
/* API: const typed */
#include <linux/mm.h>

void area_log(const char *text);

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (mmap_write_lock_killable(mm))
		area_log("interrupted");
	/* EXPECT-NEXT-LINE: killable_ignored: also where */
	vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
}

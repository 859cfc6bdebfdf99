// SPDX-License-Identifier: GPL-2.0-only
/* The result is kept, and looked at only at the end. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret = mmap_write_lock_killable(mm);

	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
	return ret;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A killable lock tested as if it returned true. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (!mmap_write_lock_killable(mm))
		return -4;
	vm_flags_clear(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
	return 0;
}

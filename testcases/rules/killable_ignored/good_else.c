// SPDX-License-Identifier: GPL-2.0-only
/* The change is in the branch that locked. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret = -4;

	if (!mmap_write_lock_killable(mm)) {
		vm_flags_set(vma, VM_IO);
		mmap_write_unlock(mm);
		ret = 0;
	}
	return ret;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The next call's result takes the place of the lock's. */
/* API: const typed */
#include <linux/mm.h>

int area_check(struct vm_area_struct *vma);

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret;

	ret = mmap_write_lock_killable(mm);
	ret = area_check(vma);
	if (ret == 0)
		vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
	return ret;
}

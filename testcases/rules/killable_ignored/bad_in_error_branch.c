// SPDX-License-Identifier: GPL-2.0-only
/* The branch of the failure changes flags. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret = mmap_write_lock_killable(mm);

	if (ret) {
		vm_flags_clear(vma, VM_IO); /* EXPECT: killable_ignored */
		return ret;
	}
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A try lock is never negative: the test says nothing. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret;

	ret = mmap_write_trylock(mm);
	if (ret < 0)
		return ret;
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
	return 0;
}

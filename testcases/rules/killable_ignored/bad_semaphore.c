// SPDX-License-Identifier: GPL-2.0-only
/* The semaphore itself, as it was locked before 5.8. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (down_write_trylock(&mm->mmap_lock))
		return -11;
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	up_write(&mm->mmap_lock);
	return 0;
}

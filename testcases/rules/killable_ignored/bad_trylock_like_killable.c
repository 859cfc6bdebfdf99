// SPDX-License-Identifier: GPL-2.0-only
/* A try lock tested as if it returned an error. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (mmap_write_trylock(mm))
		return -16;
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored: failed */
	mmap_write_unlock(mm);
	return 0;
}

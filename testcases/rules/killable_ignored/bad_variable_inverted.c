// SPDX-License-Identifier: GPL-2.0-only
/* The wrong way round, by a variable. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	bool locked = mmap_write_trylock(mm);

	if (locked)
		return -11;
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
	return 0;
}

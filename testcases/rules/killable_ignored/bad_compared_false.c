// SPDX-License-Identifier: GPL-2.0-only
/* The result is compared with false, which headers define. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	bool locked = mmap_write_trylock(mm);

	if (locked == false)
		vm_flags_set(vma, VM_IO); /* EXPECT: killable_ignored */
	else
		mmap_write_unlock(mm);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The same, and the wait may be given up. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (!mmap_write_trylock(mm) && mmap_write_lock_killable(mm))
		return -4;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

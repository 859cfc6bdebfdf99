// SPDX-License-Identifier: GPL-2.0-only
/* What could not be had at once is waited for. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (!mmap_write_trylock(mm))
		mmap_write_lock(mm);
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
}

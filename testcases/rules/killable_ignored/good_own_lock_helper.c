// SPDX-License-Identifier: GPL-2.0-only
/* A helper of the driver takes the lock where the try failed. */
/* API: const typed */
#include <linux/mm.h>

void area_lock_slowly(struct mm_struct *mm);

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (!mmap_write_trylock(mm))
		area_lock_slowly(mm);
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A loop tries until it has the lock. */
/* API: const typed */
#include <linux/mm.h>

void area_wait(void);

void area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	while (!mmap_write_trylock(mm))
		area_wait();
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
}

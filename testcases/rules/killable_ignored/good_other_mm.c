// SPDX-License-Identifier: GPL-2.0-only
/* The failed lock is of another mm than the one that is held. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, struct mm_struct *other, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma && mmap_write_trylock(other))
		mmap_write_unlock(other);
	else if (vma)
		vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
}

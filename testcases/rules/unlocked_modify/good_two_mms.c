// SPDX-License-Identifier: GPL-2.0-only
/* Two locks are nested; the outer one stays. */
/* API: const typed */
#include <linux/mm.h>

void area_copy(struct mm_struct *mm, struct mm_struct *from, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	mmap_read_lock(from);
	vma = find_vma(from, at);
	mmap_read_unlock(from);
	vma = find_vma(mm, at);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
}

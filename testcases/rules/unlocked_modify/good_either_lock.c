// SPDX-License-Identifier: GPL-2.0-only
/* Which lock is held depends on what is asked for. */
/* API: const typed */
#include <linux/mm.h>

void area_visit(struct mm_struct *mm, unsigned long at, bool write)
{
	struct vm_area_struct *vma;

	if (write)
		mmap_write_lock(mm);
	else
		mmap_read_lock(mm);
	vma = find_vma(mm, at);
	if (vma && write)
		vm_flags_set(vma, VM_DONTCOPY);
	if (write)
		mmap_write_unlock(mm);
	else
		mmap_read_unlock(mm);
}

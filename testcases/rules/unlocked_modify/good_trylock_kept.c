// SPDX-License-Identifier: GPL-2.0-only
/* Whether the lock is held is in a variable. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	bool locked = mmap_write_trylock(mm);
	struct vm_area_struct *vma = find_vma(mm, at);

	if (locked && vma)
		vm_flags_set(vma, VM_DONTCOPY);
	if (locked)
		mmap_write_unlock(mm);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Another file takes the lock, for reading only. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct mm_struct *mm);
void area_unlock(struct mm_struct *mm);

void area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	area_lock(mm);
	vma = find_vma(mm, at);
	if (vma)
		/* KNOWN-MISS-NEXT-LINE: unlocked_modify */
		vm_flags_set(vma, VM_DONTCOPY);
	area_unlock(mm);
}

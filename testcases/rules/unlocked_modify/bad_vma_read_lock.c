// SPDX-License-Identifier: GPL-2.0-only
/* The VMA itself is locked for reading only. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = lock_vma_under_rcu(mm, address);

	if (!vma)
		return;
	/* EXPECT-NEXT-LINE: unlocked_modify: locked for reading */
	vm_flags_set(vma, VM_DONTCOPY);
	vma_end_read(vma);
}

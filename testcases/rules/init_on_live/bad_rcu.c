// SPDX-License-Identifier: GPL-2.0-only
/* The VMA is locked, for reading. */
/* API: const typed */
#include <linux/mm.h>

void area_keep(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = lock_vma_under_rcu(mm, address);

	if (!vma)
		return;
	vm_flags_init(vma, VM_READ); /* EXPECT: init_on_live */
	vma_end_read(vma);
}

// SPDX-License-Identifier: GPL-2.0-only
/* It has them counted. */
/* API: const typed */
#include <linux/mm.h>

int account_locked_vm(struct mm_struct *mm, unsigned long pages, bool inc);

void area_change(struct mm_struct *mm, struct vm_area_struct *vma);

void area_change(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (!account_locked_vm(mm, 1, true))
		vm_flags_set(vma, VM_LOCKED);
}

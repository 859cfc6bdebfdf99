// SPDX-License-Identifier: GPL-2.0-only
/* Seals mappings of a process; in a hurry, and in two wrong ways. */
#include <linux/mm.h>

void set_bit(long nr, volatile unsigned long *addr);

/* The VMA is in use: others may look at its flags right now. */
bool seal_at(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = find_vma(mm, address);

	if (!vma)
		return false;
	vm_flags_init(vma, vma->vm_flags | VM_DONTEXPAND);
	return true;
}

void seal_for_children(struct vm_area_struct *vma)
{
	set_bit(17, (volatile unsigned long *)&vma->vm_flags);
}

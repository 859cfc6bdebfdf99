// SPDX-License-Identifier: GPL-2.0-only
/* The helpers that lock, assert or work on a VMA of one's own. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, unsigned long flags)
{
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND);
	vm_flags_clear(vma, VM_MAYWRITE);
	vm_flags_mod(vma, VM_DONTDUMP, VM_DONTCOPY);
	vma_start_write(vma);
	vm_flags_reset(vma, flags);
	vm_flags_reset_once(vma, flags | VM_DONTCOPY);
}

void area_build(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	vm_flags_init(vma, VM_READ | VM_MAYREAD);
	__vm_flags_mod(vma, VM_IO, VM_NONE);
	insert_vm_struct(mm, vma);
}

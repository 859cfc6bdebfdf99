// SPDX-License-Identifier: GPL-2.0-only
/* A part of the word moved to another flag: only that part is set */
/* API: const typed */
#include <linux/mm.h>

void area_allow(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags & (VM_READ | VM_WRITE);

	vm_flags_set(vma, flags << 4);
	vm_flags_clear(vma, vma->vm_flags & VM_LOCKED);
	vm_flags_set(vma, vma->vm_flags & VM_IO);
}

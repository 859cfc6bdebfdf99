// SPDX-License-Identifier: GPL-2.0-only
/* Or-ing a VMA's own old flags to it changes nothing. */
/* API: const typed */
#include <linux/mm.h>

void area_keep(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags | VM_DONTCOPY;

	vma_start_write(vma);
	vm_flags_set(vma, flags);
}

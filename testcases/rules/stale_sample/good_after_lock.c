// SPDX-License-Identifier: GPL-2.0-only
/* The corrected twin: locked, then read. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags;

	vma_start_write(vma);
	flags = vma->vm_flags | VM_DONTCOPY;
	vm_flags_reset(vma, flags);
}

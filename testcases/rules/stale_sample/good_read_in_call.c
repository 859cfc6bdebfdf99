// SPDX-License-Identifier: GPL-2.0-only
/* The flags are read in the call that stores them. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vm_flags_reset(vma, vma->vm_flags | VM_DONTCOPY);
}

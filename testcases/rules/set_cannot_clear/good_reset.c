// SPDX-License-Identifier: GPL-2.0-only
/* The word without a flag, handed to what replaces all of it */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma)
{
	vm_flags_t flags;

	vma_start_write(vma);
	flags = vma->vm_flags;
	flags &= ~VM_MAYWRITE;
	vm_flags_reset(vma, flags);
}

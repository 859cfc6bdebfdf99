// SPDX-License-Identifier: GPL-2.0-only
/* A few flags are kept and others added, on purpose */
/* API: const typed */
#include <linux/mm.h>

void area_renew(struct vm_area_struct *vma)
{
	vm_flags_t flags;

	vma_start_write(vma);
	flags = vma->vm_flags & VM_ACCESS_FLAGS;
	flags |= VM_IO | VM_DONTEXPAND;
	vm_flags_reset(vma, flags);
}

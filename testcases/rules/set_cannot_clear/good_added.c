// SPDX-License-Identifier: GPL-2.0-only
/* A copy with more flags in it */
/* API: const typed */
#include <linux/mm.h>

void area_add(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags |= VM_DONTCOPY;
	vm_flags_set(vma, flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A variable holds both to test for them. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vm_flags_t special = VM_PFNMAP | VM_MIXEDMAP;

	if (!(vma->vm_flags & special))
		vm_flags_set(vma, VM_MIXEDMAP);
}

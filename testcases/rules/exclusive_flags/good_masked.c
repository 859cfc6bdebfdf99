// SPDX-License-Identifier: GPL-2.0-only
/* The variable loses the one before it gets the other. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vm_flags_t flags = VM_PFNMAP | VM_IO;

	flags &= ~VM_PFNMAP;
	flags |= VM_MIXEDMAP;
	vm_flags_set(vma, flags);
}

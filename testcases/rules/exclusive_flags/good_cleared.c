// SPDX-License-Identifier: GPL-2.0-only
/* The first was cleared before the second is set. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_PFNMAP | VM_IO);
	vm_flags_clear(vma, VM_PFNMAP);
	vm_flags_set(vma, VM_MIXEDMAP);
}

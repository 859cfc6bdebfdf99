// SPDX-License-Identifier: GPL-2.0-only
/* The conditions belong together. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma, int kind)
{
	if (kind == 1)
		vm_flags_set(vma, VM_PFNMAP);
	vm_flags_set(vma, VM_DONTDUMP);
	if (kind == 2)
		vm_flags_set(vma, VM_MIXEDMAP);
}

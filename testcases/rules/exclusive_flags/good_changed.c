// SPDX-License-Identifier: GPL-2.0-only
/* One takes the place of the other. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_PFNMAP);
	vm_flags_mod(vma, VM_MIXEDMAP, VM_PFNMAP);
}

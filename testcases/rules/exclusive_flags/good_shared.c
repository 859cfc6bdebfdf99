// SPDX-License-Identifier: GPL-2.0-only
/* What may be shared has no shadow stack, and is not one. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_SHARED | VM_MAYSHARE);
	vm_flags_set(vma, VM_PFNMAP);
}

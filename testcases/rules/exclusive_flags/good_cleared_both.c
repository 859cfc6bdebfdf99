// SPDX-License-Identifier: GPL-2.0-only
/* Both are cleared. */
/* API: const typed */
#include <linux/mm.h>

void area_end(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, VM_PFNMAP | VM_MIXEDMAP);
}

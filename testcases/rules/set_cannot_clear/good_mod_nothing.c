// SPDX-License-Identifier: GPL-2.0-only
/* Nothing to set, or nothing to clear */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma)
{
	vm_flags_mod(vma, 0, VM_MAYWRITE);
	vm_flags_mod(vma, VM_IO, 0);
}

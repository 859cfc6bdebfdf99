// SPDX-License-Identifier: GPL-2.0-only
/* Named flags set, cleared and changed */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND);
	vm_flags_clear(vma, VM_MAYWRITE);
	vm_flags_mod(vma, VM_DONTCOPY, VM_MAYEXEC);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Flags of one VMA but some are added to another's */
/* API: const typed */
#include <linux/mm.h>

void area_inherit(struct vm_area_struct *vma, struct vm_area_struct *from)
{
	vm_flags_t flags = from->vm_flags & ~VM_DONTCOPY;

	vm_flags_set(vma, flags);
	vm_flags_set(vma, from->vm_flags & ~VM_DONTCOPY);
}

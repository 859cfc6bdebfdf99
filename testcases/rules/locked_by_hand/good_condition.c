// SPDX-License-Identifier: GPL-2.0-only
/* It decides which other flag is set. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_set(vma, vma->vm_flags & VM_LOCKED ? VM_IO : VM_DONTCOPY);
}

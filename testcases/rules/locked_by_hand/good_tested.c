// SPDX-License-Identifier: GPL-2.0-only
/* It is asked for, and nothing is changed. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_LOCKED)
		vm_flags_set(vma, VM_DONTCOPY);
}

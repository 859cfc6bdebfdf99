// SPDX-License-Identifier: GPL-2.0-only
/* A new VMA that takes a few flags over from another */
/* API: const typed */
#include <linux/mm.h>

void area_split(struct mm_struct *mm, struct vm_area_struct *from)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	vm_flags_init(vma, from->vm_flags & VM_ACCESS_FLAGS);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The variable held a VMA from a lookup and now holds a new one. */
/* API: const typed */
#include <linux/mm.h>

int area_replace(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma = find_vma(mm, at);

	if (vma && vma->vm_start <= at)
		return -17;
	vma = vm_area_alloc(mm);
	if (!vma)
		return -12;
	vm_flags_init(vma, VM_READ);
	return insert_vm_struct(mm, vma);
}

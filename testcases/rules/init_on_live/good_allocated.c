// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that was just made. */
/* API: const typed */
#include <linux/mm.h>

int area_create(struct mm_struct *mm, unsigned long start)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);
	int error;

	if (!vma)
		return -12;
	vma->vm_start = start;
	vm_flags_init(vma, VM_READ | VM_MAYREAD | mm->def_flags);
	error = insert_vm_struct(mm, vma);
	if (error)
		vm_area_free(vma);
	return error;
}

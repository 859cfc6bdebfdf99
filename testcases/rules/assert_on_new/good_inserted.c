// SPDX-License-Identifier: GPL-2.0-only
/* It was inserted and locked by then. */
/* API: const typed */
#include <linux/mm.h>

int add_area(struct mm_struct *mm);

int add_area(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -12;
	if (insert_vm_struct(mm, vma))
		return -12;
	vma_start_write(vma);
	vm_flags_reset(vma, VM_READ);
	return 0;
}

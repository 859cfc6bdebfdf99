// SPDX-License-Identifier: GPL-2.0-only
/* Before a VMA is inserted it is initialised, not cast. */
/* API: const typed */
#include <linux/mm.h>

int harness_add(struct mm_struct *mm, vm_flags_t flags)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -ENOMEM;
	vm_flags_init(vma, flags);
	return insert_vm_struct(mm, vma);
}

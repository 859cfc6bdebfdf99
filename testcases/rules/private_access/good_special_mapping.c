// SPDX-License-Identifier: GPL-2.0-only
/* The mapping of bad_whole_assignment through the helper. */
/* API: typed */
#include <linux/mm.h>

int special_mapping_install(struct mm_struct *mm, vm_flags_t flags)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -ENOMEM;
	vm_flags_init(vma, flags | mm->def_flags | VM_DONTEXPAND);
	return insert_vm_struct(mm, vma);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The copy gets all flags of the old one but this. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *copy_area(struct vm_area_struct *old)
{
	struct vm_area_struct *vma = vm_area_dup(old);

	if (vma)
		vm_flags_init(vma, old->vm_flags & ~(VM_LOCKED | VM_IO));
	return vma;
}

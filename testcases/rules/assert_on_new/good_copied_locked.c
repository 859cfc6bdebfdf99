// SPDX-License-Identifier: GPL-2.0-only
/* The copy is locked before it is reset. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *copy_area(struct vm_area_struct *old);

struct vm_area_struct *copy_area(struct vm_area_struct *old)
{
	struct vm_area_struct *vma = vm_area_dup(old);

	if (!vma)
		return NULL;
	vma_start_write(vma);
	vm_flags_reset(vma, old->vm_flags);
	return vma;
}

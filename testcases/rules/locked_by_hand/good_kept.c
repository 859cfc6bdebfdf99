// SPDX-License-Identifier: GPL-2.0-only
/* What was there of some flags is kept. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma, struct vm_area_struct *old);

void area_change(struct vm_area_struct *vma, struct vm_area_struct *old)
{
	vm_flags_init(vma, old->vm_flags & (VM_LOCKED | VM_READ));
}

// SPDX-License-Identifier: GPL-2.0-only
/* Other flags. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND);
}

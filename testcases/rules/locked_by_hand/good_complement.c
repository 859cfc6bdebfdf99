// SPDX-License-Identifier: GPL-2.0-only
/* All but another one. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_init(vma, vma->vm_flags & ~VM_IO);
}

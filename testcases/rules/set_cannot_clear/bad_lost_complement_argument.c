// SPDX-License-Identifier: GPL-2.0-only
/* The same in the argument */
/* API: const typed */
#include <linux/mm.h>

void area_unlock(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vm_flags_reset(vma, vma->vm_flags & VM_LOCKED); /* EXPECT: set_cannot_clear */
}

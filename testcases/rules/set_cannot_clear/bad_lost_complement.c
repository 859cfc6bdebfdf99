// SPDX-License-Identifier: GPL-2.0-only
/* The complement was forgotten; all other flags are lost */
/* API: const typed */
#include <linux/mm.h>

void area_unlock(struct vm_area_struct *vma)
{
	vm_flags_t flags;

	vma_start_write(vma);
	flags = vma->vm_flags;
	flags &= VM_DONTCOPY;
	vm_flags_reset(vma,
		       flags); /* EXPECT: set_cannot_clear: clears all others */
}

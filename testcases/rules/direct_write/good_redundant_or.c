// SPDX-License-Identifier: GPL-2.0-only
/* Setting what is set already is no direct write. */
/* API: const typed */
#include <linux/mm.h>

int driver_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, vma->vm_flags | VM_DONTCOPY | VM_DONTEXPAND);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A driver's own copy of the later helper, for kernels that lack it. */
/* API: plain */
#include <linux/mm.h>

static inline void vm_flags_set(struct vm_area_struct *vma, unsigned long flags)
{
	vma->vm_flags |= flags;
}

int driver_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND);
	return 0;
}

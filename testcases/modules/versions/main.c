// SPDX-License-Identifier: GPL-2.0-only
/* The helper everywhere, and once both forms side by side. */
#include <linux/fs.h>

#include "compat.h"

int versions_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND);
	vm_flags_clear(vma, VM_MAYWRITE);
	return 0;
}

int versions_mmap_both(struct file *file, struct vm_area_struct *vma)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	vm_flags_set(vma, VM_DONTDUMP);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(3, 7, 0)
	vma->vm_flags |= VM_DONTDUMP;
#else
	vma->vm_flags |= VM_IO;
#endif
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A helper that locks has locked it. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO);
	vm_flags_reset(vma, vma->vm_flags & ~VM_MAYEXEC);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

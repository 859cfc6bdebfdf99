// SPDX-License-Identifier: GPL-2.0-only
/* The helper for a new VMA. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_init(vma, vma->vm_flags | VM_IO);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* The helper locks what it resets. */
/* API: const typed */
#include <linux/mm.h>

static void prepare(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vm_flags_reset(vma, vma->vm_flags | VM_DONTEXPAND);
}

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	prepare(vma);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

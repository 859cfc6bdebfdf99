// SPDX-License-Identifier: GPL-2.0-only
/* What another file does to the VMA is not known. */
#include <linux/mm.h>

int other_file_mmap(struct file *file, struct vm_area_struct *vma);

static int layered_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	return other_file_mmap(file, vma);
}

const struct file_operations dev_fops = { .mmap = layered_mmap };

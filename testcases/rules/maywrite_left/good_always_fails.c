// SPDX-License-Identifier: GPL-2.0-only
/* The other way fails as well. */
#include <linux/mm.h>

static int none_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	return -19;
}

const struct file_operations dev_fops = { .mmap = none_mmap };

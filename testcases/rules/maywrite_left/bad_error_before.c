// SPDX-License-Identifier: GPL-2.0-only
/* The error is there before the test that leaves with it. */
#include <linux/mm.h>

static int buffer_mmap(struct file *file, struct vm_area_struct *vma)
{
	int ret = -22;

	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		goto out;
	vma->vm_private_data = file->private_data;
	ret = 0;
out:
	return ret;
}

const struct file_operations dev_fops = { .mmap = buffer_mmap };

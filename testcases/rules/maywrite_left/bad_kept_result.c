// SPDX-License-Identifier: GPL-2.0-only
/* The error waits in a variable for the common way out. */
#include <linux/mm.h>

static int buffer_mmap(struct file *file, struct vm_area_struct *vma)
{
	int ret = 0;

	if (vma->vm_flags & VM_WRITE) { /* EXPECT: maywrite_left */
		ret = -1;
		goto out;
	}
	ret = remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
out:
	return ret;
}

const struct file_operations dev_fops = { .mmap = buffer_mmap };

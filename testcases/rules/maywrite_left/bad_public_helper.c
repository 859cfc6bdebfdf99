// SPDX-License-Identifier: GPL-2.0-only
/* A public helper refuses, and nobody takes the flag away. */
#include <linux/mm.h>

int check_flags(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return -1;
	return 0;
}

static int log_mmap(struct file *file, struct vm_area_struct *vma)
{
	int ret = check_flags(vma);

	if (ret)
		return ret;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = log_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* A helper says whether it may be mapped. */
#include <linux/mm.h>

static bool may_map(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return false;
	return true;
}

static int log_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!may_map(vma))
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = log_mmap };

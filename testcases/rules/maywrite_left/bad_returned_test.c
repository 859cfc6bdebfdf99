// SPDX-License-Identifier: GPL-2.0-only
/* A helper returns what it has asked, and nothing else. */
#include <linux/mm.h>

static bool is_for_reading(struct vm_area_struct *vma)
{
	return !(vma->vm_flags & VM_WRITE); /* EXPECT: maywrite_left */
}

static int log_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!is_for_reading(vma))
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations log_fops = { .mmap = log_mmap };

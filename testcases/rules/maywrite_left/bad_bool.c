// SPDX-License-Identifier: GPL-2.0-only
/* The answer is kept as a truth value. */
#include <linux/mm.h>

static int table_mmap(struct file *file, struct vm_area_struct *vma)
{
	bool is_write = vma->vm_flags & VM_WRITE;

	if (is_write) /* EXPECT: maywrite_left */
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = table_mmap };

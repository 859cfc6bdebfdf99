// SPDX-License-Identifier: GPL-2.0-only
/* The refusal is one value of a choice. */
#include <linux/mm.h>

static int table_mmap(struct file *file, struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_WRITE ? -1 : /* EXPECT: maywrite_left */
		       remap_pfn_range(vma, vma->vm_start, 8, 4096,
				       vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = table_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* The plain shape: writing is refused, and mprotect() gives it later. */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left: VM_MAYWRITE */
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations clock_fops = { .mmap = clock_mmap };

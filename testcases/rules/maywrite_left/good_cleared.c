// SPDX-License-Identifier: GPL-2.0-only
/* What was refused is taken away for good. */
/* API: const typed */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	vm_flags_clear(vma, VM_MAYWRITE);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations clock_fops = { .mmap = clock_mmap };

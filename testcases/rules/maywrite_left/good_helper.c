// SPDX-License-Identifier: GPL-2.0-only
/* The helper refuses, its caller takes the flag away. */
/* API: const typed */
#include <linux/mm.h>

static int check_flags(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	return 0;
}

static int log_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (check_flags(vma))
		return -1;
	vm_flags_clear(vma, VM_MAYWRITE);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = log_mmap };

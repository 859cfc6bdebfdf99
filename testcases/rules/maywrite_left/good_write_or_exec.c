// SPDX-License-Identifier: GPL-2.0-only
/* Code that is to be executed is not writable, other mappings are. */
/* API: const typed */
#include <linux/mm.h>

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_EXEC) {
		if (vma->vm_flags & VM_WRITE)
			return -EACCES;
		vma->vm_pgoff = 0;
	}
	return remap_pfn_range(vma, vma->vm_start, 1, 4096, vma->vm_page_prot);
}

static const struct file_operations area_fops = { .mmap = area_mmap };

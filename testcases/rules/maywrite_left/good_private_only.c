// SPDX-License-Identifier: GPL-2.0-only
/* Writers have to be private or open it for writing: core checks the rest. */
#include <linux/mm.h>

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) {
		if (vma->vm_flags & VM_SHARED)
			return -EACCES;
		vma->vm_pgoff = 0;
	}
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations area_fops = { .mmap = area_mmap };

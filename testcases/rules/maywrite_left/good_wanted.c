// SPDX-License-Identifier: GPL-2.0-only
/* The access is wanted, and its lack refused. */
#include <linux/mm.h>

static int queue_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!(vma->vm_flags & VM_WRITE) || !(vma->vm_flags & VM_READ))
		return -22;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = queue_mmap };

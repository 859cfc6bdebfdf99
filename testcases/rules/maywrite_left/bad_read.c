// SPDX-License-Identifier: GPL-2.0-only
/* A doorbell that must not be read. */
#include <linux/mm.h>

static int doorbell_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!(vma->vm_flags & VM_SHARED))
		return -22;
	if (vma->vm_flags & VM_READ) /* EXPECT: maywrite_left: VM_MAYREAD */
		return -22;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = doorbell_mmap };

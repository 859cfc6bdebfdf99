// SPDX-License-Identifier: GPL-2.0-only
/* Whether it may become writable is what is asked. */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & (VM_WRITE | VM_MAYWRITE))
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

static int shared_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	if (vma->vm_flags & VM_MAYWRITE)
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };
const struct file_operations shared_fops = { .mmap = shared_mmap };

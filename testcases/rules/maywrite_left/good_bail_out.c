// SPDX-License-Identifier: GPL-2.0-only
/* A writable mapping is left to faults, and is a good end. */
#include <linux/mm.h>

static int image_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		goto bailout;
	if (remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot))
		return -11;
	return 0;
bailout:
	vma->vm_private_data = file;
	return 0;
}

const struct file_operations dev_fops = { .mmap = image_mmap };

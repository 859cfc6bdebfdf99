// SPDX-License-Identifier: GPL-2.0-only
/* Writable mappings are treated otherwise, not refused. */
#include <linux/mm.h>

static int stream_mmap(struct file *file, struct vm_area_struct *vma)
{
	int ret = -22;

	if (vma->vm_flags & VM_WRITE)
		vma->vm_private_data = file->private_data;
	else
		vma->vm_private_data = file;
	if (!vma->vm_private_data)
		goto out;
	ret = remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
out:
	return ret;
}

const struct file_operations dev_fops = { .mmap = stream_mmap };

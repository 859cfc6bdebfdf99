// SPDX-License-Identifier: GPL-2.0-only
/* Only failures lie between the refusal and the change. */
/* API: const typed */
#include <linux/mm.h>

static int ready(struct file *file)
{
	return file->private_data ? 0 : -19;
}

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	int ret;

	if (vma->vm_flags & VM_WRITE)
		return -1;
	ret = ready(file);
	if (ret)
		return ret;
	if (vma->vm_end - vma->vm_start != 4096)
		return -22;
	vm_flags_clear(vma, VM_MAYWRITE);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };

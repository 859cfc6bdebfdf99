// SPDX-License-Identifier: GPL-2.0-only
/* The good way is in the branch, the refusal behind it. */
#include <linux/mm.h>

static int status_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!(vma->vm_flags & VM_WRITE)) { /* EXPECT: maywrite_left */
		vma->vm_private_data = file->private_data;
		return remap_pfn_range(vma, vma->vm_start, 8, 4096,
				       vma->vm_page_prot);
	}
	return -13;
}

const struct file_operations dev_fops = { .mmap = status_mmap };

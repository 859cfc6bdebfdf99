// SPDX-License-Identifier: GPL-2.0-only
/* Writing is prepared, and that may fail; nobody is refused. */
#include <linux/mm.h>

int prepare_blocks(unsigned long from);

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	int err;

	if (vma->vm_flags & VM_WRITE) {
		err = prepare_blocks(vma->vm_pgoff);
		if (err)
			return err;
		if (prepare_blocks(vma->vm_pgoff + 1) < 0)
			return -ENOMEM;
	}
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations area_fops = { .mmap = area_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* A switch on the flags is not read. */
#include <linux/mm.h>

static int port_mmap(struct file *file, struct vm_area_struct *vma)
{
	switch (vma->vm_flags & (VM_READ | VM_WRITE)) {
	case VM_READ: /* KNOWN-MISS: maywrite_left */
		return remap_pfn_range(vma, vma->vm_start, 8, 4096,
				       vma->vm_page_prot);
	default:
		return -22;
	}
}

const struct file_operations dev_fops = { .mmap = port_mmap };

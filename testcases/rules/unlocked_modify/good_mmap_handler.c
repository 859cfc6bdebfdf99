// SPDX-License-Identifier: GPL-2.0-only
/* An .mmap handler gets a VMA that nobody else sees. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->vm_page_prot = vm_get_page_prot(VM_READ);
	vm_flags_set(vma, VM_IO | VM_PFNMAP);
	return io_remap_pfn_range(vma, vma->vm_start, 1, 4096,
				  vma->vm_page_prot);
}

const struct file_operations dev_fops = {
	.mmap = dev_mmap,
};

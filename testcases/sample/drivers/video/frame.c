// SPDX-License-Identifier: GPL-2.0-only
/* A frame buffer that maps its memory as it should. */
#include <linux/mm.h>

static int frame_mmap(struct file *file, struct vm_area_struct *vma)
{
	unsigned long size = vma->vm_end - vma->vm_start;

	if (!(vma->vm_flags & VM_SHARED))
		return -EINVAL;
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND | VM_DONTDUMP);
	vma->vm_page_prot = vm_get_page_prot(vma->vm_flags);
	return remap_pfn_range(vma, vma->vm_start, vma->vm_pgoff, size,
			       vma->vm_page_prot);
}

const struct file_operations frame_operations = {
	.mmap = frame_mmap,
};

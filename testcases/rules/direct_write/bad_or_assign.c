// SPDX-License-Identifier: GPL-2.0-only
/* A driver marks its mapping in its mmap hook (many modules broke on 6.3). */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

int driver_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_PFNMAP | VM_DONTEXPAND; /* EXPECT: direct_write */
	vma->vm_page_prot = vm_get_page_prot(vma->vm_flags);
	return remap_pfn_range(vma, vma->vm_start, vma->vm_pgoff,
			       vma->vm_end - vma->vm_start, vma->vm_page_prot);
}

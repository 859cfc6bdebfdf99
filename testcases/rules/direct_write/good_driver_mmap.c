// SPDX-License-Identifier: GPL-2.0-only
/* The mmap hook of bad_or_assign as it should be. */
/* API: const typed */
#include <linux/mm.h>

int driver_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_PFNMAP | VM_DONTEXPAND);
	vma->vm_page_prot = vm_get_page_prot(vma->vm_flags);
	return remap_pfn_range(vma, vma->vm_start, vma->vm_pgoff,
			       vma->vm_end - vma->vm_start, vma->vm_page_prot);
}

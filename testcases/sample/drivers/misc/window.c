// SPDX-License-Identifier: GPL-2.0-only
/* A read-only window on a device; two slips leave it writable. */
#include <linux/mm.h>

static int window_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	if (!vma->vm_flags & VM_SHARED)
		return -EINVAL;
	flags &= ~VM_MAYWRITE;
	vm_flags_set(vma, flags);
	return 0;
}

const struct file_operations window_operations = {
	.mmap = window_mmap,
};

/* Pages and bare frames in one mapping. */
int window_fill(struct vm_area_struct *vma, unsigned long pfn)
{
	vm_flags_set(vma, VM_MIXEDMAP);
	return remap_pfn_range(vma, 0, pfn, 4096, vma->vm_page_prot);
}

bool window_is_filled(const struct vm_area_struct *vma)
{
	return (vma->vm_flags & VM_PFNMAP) || (vma->vm_flags & VM_MIXEDMAP);
}

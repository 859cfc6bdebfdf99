// SPDX-License-Identifier: GPL-2.0-only
/* As bad_buffers: a remap needs no lock, and nothing executes them later. */
/* API: const typed */
#include <linux/mm.h>

static int buffers_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_EXEC)
		return -EINVAL;
	vm_flags_mod(vma, VM_DONTEXPAND | VM_DONTDUMP | VM_DONTCOPY,
		     VM_MAYEXEC);
	return remap_pfn_range(vma, vma->vm_start, 1, 4096, vma->vm_page_prot);
}

const struct file_operations buffers_fops = { .mmap = buffers_mmap };

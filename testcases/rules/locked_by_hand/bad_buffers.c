// SPDX-License-Identifier: GPL-2.0-only
/* Buffers of a detector: VM_LOCKED in a list of flags, and VM_MAYEXEC left. */
/* API: const typed */
#include <linux/mm.h>

static int buffers_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_EXEC) /* EXPECT: maywrite_left */
		return -EINVAL;
	/* EXPECT-NEXT-LINE: locked_by_hand */
	vm_flags_set(vma, VM_DONTEXPAND | VM_DONTDUMP | VM_DONTCOPY |
				  VM_LOCKED);
	return remap_pfn_range(vma, vma->vm_start, 1, 4096, vma->vm_page_prot);
}

const struct file_operations buffers_fops = { .mmap = buffers_mmap };

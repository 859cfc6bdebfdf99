// SPDX-License-Identifier: GPL-2.0-only
/* The copy loses the flag and becomes the word. */
/* API: const typed */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	if (flags & VM_WRITE)
		return -1;
	flags &= ~VM_MAYWRITE;
	vm_flags_init(vma, flags);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };

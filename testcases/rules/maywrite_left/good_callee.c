// SPDX-License-Identifier: GPL-2.0-only
/* A helper takes the flag away, or asks for it. */
/* API: const typed */
#include <linux/mm.h>

static void make_readonly(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, VM_MAYWRITE);
}

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	make_readonly(vma);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* The flag is taken away before the test. */
/* API: const typed */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_mod(vma, VM_DONTDUMP, VM_MAYWRITE);
	if (vma->vm_flags & VM_WRITE)
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* One of two good ways takes the flag away. */
/* API: const typed */
#include <linux/mm.h>

static int page_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return -1;
	if (vma->vm_pgoff == 0)
		return remap_pfn_range(vma, vma->vm_start, 8, 4096,
				       vma->vm_page_prot);
	vm_flags_clear(vma, VM_MAYWRITE);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = page_mmap };

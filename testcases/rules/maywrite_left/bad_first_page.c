// SPDX-License-Identifier: GPL-2.0-only
/* Only the first page may be written, or any, with mprotect(). */
#include <linux/mm.h>

static int ring_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) { /* EXPECT: maywrite_left */
		if (vma->vm_pgoff != 0 || vma->vm_end - vma->vm_start != 4096)
			return -EPERM;
	}
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations ring_fops = { .mmap = ring_mmap };

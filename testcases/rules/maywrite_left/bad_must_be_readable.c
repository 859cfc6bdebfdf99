// SPDX-License-Identifier: GPL-2.0-only
/* All mappings are readable, for others are refused; none is writable. */
/* API: const typed */
#include <linux/mm.h>

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!(vma->vm_flags & VM_READ))
		return -EINVAL;
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return -EPERM;
	return remap_pfn_range(vma, vma->vm_start, 1, 4096, vma->vm_page_prot);
}

static const struct file_operations area_fops = { .mmap = area_mmap };

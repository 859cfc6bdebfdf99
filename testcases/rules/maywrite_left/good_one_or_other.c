// SPDX-License-Identifier: GPL-2.0-only
/* Each access is fine, only not both through one mapping: two windows. */
/* API: const typed */
#include <linux/mm.h>

struct area {
	unsigned long from, to;
};

static struct area area;

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	unsigned long pfn = area.from;

	if (area.from != area.to) {
		if ((vma->vm_flags & VM_READ) && (vma->vm_flags & VM_WRITE))
			return -EINVAL;
		if (vma->vm_flags & VM_WRITE)
			pfn = area.to;
	}
	return remap_pfn_range(vma, vma->vm_start, pfn, 4096,
			       vma->vm_page_prot);
}

static const struct file_operations area_fops = { .mmap = area_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* Only regions that cannot be written refuse it. */
#include <linux/mm.h>

struct region {
	unsigned int is_writable;
	unsigned long pfn;
};

static int region_mmap(struct file *file, struct vm_area_struct *vma)
{
	struct region *region = file->private_data;

	/* EXPECT-NEXT-LINE: maywrite_left */
	if ((vma->vm_flags & VM_WRITE) && !region->is_writable)
		return -1;
	return remap_pfn_range(vma, vma->vm_start, region->pfn, 4096,
			       vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = region_mmap };

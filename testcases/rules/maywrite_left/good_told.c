// SPDX-License-Identifier: GPL-2.0-only
/* The other condition is only told of. */
#include <linux/mm.h>

struct area {
	bool frozen;
	int writers;
};

static struct area area;

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) {
		if (area.frozen)
			area.writers = 0;
		area.writers++;
	}
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations area_fops = { .mmap = area_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* Nothing but reading is let through, by a comparison. */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: maywrite_left: VM_WRITE */
	if ((vma->vm_flags & (VM_READ | VM_WRITE)) != VM_READ)
		return -30;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };

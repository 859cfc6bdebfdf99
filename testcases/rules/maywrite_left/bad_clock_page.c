// SPDX-License-Identifier: GPL-2.0-only
/* A clock page that is only to be read; mended in drivers/infiniband, 2019. */
#include <linux/mm.h>

struct clock {
	void *page;
};

static struct clock clock;

static int map_clock(struct vm_area_struct *vma)
{
	if (vma->vm_end - vma->vm_start != 4096)
		return -EINVAL;
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return -EPERM;
	if (!clock.page)
		return -EINVAL;
	return remap_pfn_range(vma, vma->vm_start, (unsigned long)clock.page,
			       4096, vma->vm_page_prot);
}

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	switch (vma->vm_pgoff) {
	case 0:
		return remap_pfn_range(vma, vma->vm_start, 1, 4096,
				       vma->vm_page_prot);
	case 1:
		return map_clock(vma);
	}
	return -EINVAL;
}

const struct file_operations clock_fops = { .mmap = clock_mmap };

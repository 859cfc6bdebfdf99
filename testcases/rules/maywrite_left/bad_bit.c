// SPDX-License-Identifier: GPL-2.0-only
/* One bit of a VMA is asked for by its number. */
/* API: typed3 */
#include <linux/mm.h>

static int store_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma_test(vma, VMA_WRITE_BIT)) /* EXPECT: maywrite_left */
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = store_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* A descriptor that refuses writing for good. */
/* API: typed3 */
#include <linux/mm.h>

static int store_mmap_prepare(struct vm_area_desc *desc)
{
	if (vma_desc_test_any(desc, VMA_WRITE_BIT))
		return -1;
	vma_desc_clear_flags(desc, VMA_MAYWRITE_BIT);
	return 0;
}

const struct file_operations dev_fops = { .mmap_prepare = store_mmap_prepare };

// SPDX-License-Identifier: GPL-2.0-only
/* What an mmap_prepare hook decides about is no VMA yet. */
/* API: typed3 */
#include <linux/mm.h>

static int dev_prepare(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, VMA_IO_BIT, VMA_DONTEXPAND_BIT);
	vma_desc_clear_flags(desc, VMA_MAYWRITE_BIT);
	return 0;
}

const struct file_operations dev_fops = {
	.mmap_prepare = dev_prepare,
};

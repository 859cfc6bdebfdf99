// SPDX-License-Identifier: GPL-2.0-only
/* The same with bare helpers and no lock. */
/* API: typed3 */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma_set_flags(vma, VMA_IO_BIT, VMA_PFNMAP_BIT);
	vma_clear_flags(vma, VMA_MAYWRITE_BIT);
	return 0;
}

const struct file_operations dev_fops = {
	.mmap = dev_mmap,
};

// SPDX-License-Identifier: GPL-2.0-only
/* By the numbers of bits, in a descriptor and a VMA. */
/* API: typed3 */
#include <linux/mm.h>

static int dev_prepare(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, VMA_LOCKED_BIT); /* EXPECT: locked_by_hand */
	return 0;
}

const struct file_operations dev_fops = { .mmap_prepare = dev_prepare };

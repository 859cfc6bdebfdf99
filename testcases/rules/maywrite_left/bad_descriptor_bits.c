// SPDX-License-Identifier: GPL-2.0-only
/* The same by the numbers of bits. */
/* API: typed3 */
#include <linux/mm.h>

static int store_mmap_prepare(struct vm_area_desc *desc)
{
	/* EXPECT-NEXT-LINE: maywrite_left: VM_MAYEXEC */
	if (vma_desc_test_any(desc, VMA_WRITE_BIT, VMA_EXEC_BIT))
		return -1;
	vma_desc_clear_flags(desc, VMA_MAYWRITE_BIT);
	return 0;
}

const struct file_operations dev_fops = { .mmap_prepare = store_mmap_prepare };

// SPDX-License-Identifier: GPL-2.0-only
/* The same in the word of a descriptor. */
/* API: const */
#include <linux/mm.h>

static int store_mmap_prepare(struct vm_area_desc *desc)
{
	if (desc->vm_flags & VM_WRITE)
		return -1;
	desc->vm_flags &= ~VM_MAYWRITE;
	return 0;
}

const struct file_operations dev_fops = { .mmap_prepare = store_mmap_prepare };

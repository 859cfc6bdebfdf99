// SPDX-License-Identifier: GPL-2.0-only
/* A descriptor that refuses writing. */
/* API: const */
#include <linux/mm.h>

static int store_mmap_prepare(struct vm_area_desc *desc)
{
	if (desc->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return -1;
	desc->vm_flags |= VM_IO;
	return 0;
}

const struct file_operations dev_fops = { .mmap_prepare = store_mmap_prepare };

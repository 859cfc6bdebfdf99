// SPDX-License-Identifier: GPL-2.0-only
/* In the word of a descriptor. */
/* API: const */
#include <linux/mm.h>

static int dev_prepare(struct vm_area_desc *desc)
{
	desc->vm_flags |= VM_LOCKED | VM_IO; /* EXPECT: locked_by_hand */
	return 0;
}

const struct file_operations dev_fops = { .mmap_prepare = dev_prepare };

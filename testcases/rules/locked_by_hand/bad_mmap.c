// SPDX-License-Identifier: GPL-2.0-only
/* Set among others in a handler of mmap. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_LOCKED); /* EXPECT: locked_by_hand */
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

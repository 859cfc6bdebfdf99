// SPDX-License-Identifier: GPL-2.0-only
/* A copy collects it and becomes the word. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags |= VM_LOCKED;
	vm_flags_init(vma, flags); /* EXPECT: locked_by_hand */
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

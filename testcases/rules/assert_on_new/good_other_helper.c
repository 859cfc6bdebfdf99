// SPDX-License-Identifier: GPL-2.0-only
/* A function of the driver with such a name asserts nothing. */
/* API: const typed */
#include <linux/mm.h>

static void my_flags_reset(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_init(vma, flags);
}

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	my_flags_reset(vma, VM_IO);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* The argument of a handler of mmap is new. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: assert_on_new: asserts */
	vm_flags_reset(vma, VM_IO | VM_READ);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* The form that writes once asserts the same. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: assert_on_new */
	vm_flags_reset_once(vma, vma->vm_flags | VM_IO);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

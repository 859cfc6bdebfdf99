// SPDX-License-Identifier: GPL-2.0-only
/* The helper is there for other files, too. */
/* API: const typed */
#include <linux/mm.h>

void area_prepare(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: assert_on_new */
	vm_flags_reset(vma, vma->vm_flags | VM_DONTEXPAND);
}

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	area_prepare(vma);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

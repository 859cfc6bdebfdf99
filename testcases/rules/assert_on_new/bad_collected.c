// SPDX-License-Identifier: GPL-2.0-only
/* Flags are collected in a copy, and written behind a switch. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;
	int ret = -22;

	switch (vma->vm_pgoff) {
	case 0:
		flags |= VM_DONTCOPY;
		break;
	case 1:
		flags &= ~VM_MAYWRITE;
		break;
	default:
		goto done;
	}
	vm_flags_reset(vma, flags); /* EXPECT: assert_on_new */
	ret = 0;
done:
	return ret;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };

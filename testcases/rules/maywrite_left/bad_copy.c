// SPDX-License-Identifier: GPL-2.0-only
/* The flags are looked at in a copy, one kind of page is forgotten. */
#include <linux/mm.h>

static int pages_mmap(struct file *file, struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags;
	int ret = 0;

	switch (vma->vm_pgoff) {
	case 0:
		if (flags & VM_WRITE) {
			ret = -1;
			goto done;
		}
		flags &= ~VM_MAYWRITE;
		break;
	case 1:
		if (flags & VM_WRITE) { /* EXPECT: maywrite_left */
			ret = -1;
			goto done;
		}
		flags |= VM_IO;
		break;
	default:
		ret = -22;
		goto done;
	}
	vma->vm_private_data = (void *)flags;
done:
	return ret;
}

const struct file_operations dev_fops = { .mmap = pages_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* What most modules did before Linux 6.3, and some still do. */
#include <linux/fs.h>
#include <linux/mm.h>

int everyday_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
	vma->vm_flags &= ~VM_MAYWRITE; /* EXPECT: direct_write */
	return 0;
}

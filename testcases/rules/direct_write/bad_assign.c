// SPDX-License-Identifier: GPL-2.0-only
/* The simplest write: a whole new value. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

int driver_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->vm_flags = VM_READ | VM_WRITE; /* EXPECT: direct_write: vm_flags */
	return 0;
}

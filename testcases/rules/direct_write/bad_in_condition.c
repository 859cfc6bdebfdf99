// SPDX-License-Identifier: GPL-2.0-only
/* The value of the write decides. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

int area_mark(struct vm_area_struct *vma)
{
	if ((vma->vm_flags |= VM_IO) & VM_SHARED) /* EXPECT: direct_write */
		return -EINVAL;
	return vma->vm_pgoff && vma->vm_flags++; /* EXPECT: direct_write */
}

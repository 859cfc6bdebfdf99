// SPDX-License-Identifier: GPL-2.0-only
/* A pointer copied from a pointer. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	unsigned long *flags = &vma->vm_flags;
	unsigned long *copy;

	copy = flags;
	*copy = VM_READ; /* EXPECT: direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The pointer is set in one of several ways, or set again. */
/* API: plain */
#include <linux/mm.h>

void either_mark(struct vm_area_struct *a, struct vm_area_struct *b, int first)
{
	unsigned long scratch = 0;
	unsigned long *flags = first ? &a->vm_flags : &b->vm_flags;
	unsigned long *later = &scratch;

	*flags |= VM_IO; /* EXPECT: direct_write */
	*later |= VM_IO;
	later = &b->vm_flags;
	*later |= VM_IO; /* EXPECT: direct_write */
}

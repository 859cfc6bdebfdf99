// SPDX-License-Identifier: GPL-2.0-only
/* A pointer to the member is written later. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	unsigned long *flags = &vma->vm_flags;

	*flags |= VM_IO;	  /* EXPECT: direct_write */
	flags[0] &= ~VM_MAYWRITE; /* EXPECT: direct_write */
}

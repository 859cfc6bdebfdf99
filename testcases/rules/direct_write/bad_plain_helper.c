// SPDX-License-Identifier: GPL-2.0-only
/* A function of the file returns the pointer that is written. */
/* API: plain */
#include <linux/mm.h>

static unsigned long *area_flags(struct vm_area_struct *vma)
{
	return &vma->vm_flags;
}

void area_mark(struct vm_area_struct *vma)
{
	*area_flags(vma) |= VM_IO; /* EXPECT: direct_write */
}

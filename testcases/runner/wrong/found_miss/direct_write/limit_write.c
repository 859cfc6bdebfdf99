// SPDX-License-Identifier: GPL-2.0-only
/* A known miss that is none. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* KNOWN-MISS: direct_write */
}

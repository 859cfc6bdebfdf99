// SPDX-License-Identifier: GPL-2.0-only
/* Expects two findings where there is one. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write, direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* Says what is so: the runner must be content. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

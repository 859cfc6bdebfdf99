// SPDX-License-Identifier: GPL-2.0-only
/* A limit_ file without a limit. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

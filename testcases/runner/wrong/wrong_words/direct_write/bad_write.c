// SPDX-License-Identifier: GPL-2.0-only
/* Expects words that the message does not hold. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write: no such words */
}

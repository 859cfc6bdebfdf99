// SPDX-License-Identifier: GPL-2.0-only
/* typeof() gives the pointer its type. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	typeof(vma) area = vma;

	area->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

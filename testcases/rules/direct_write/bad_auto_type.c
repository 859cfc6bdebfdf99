// SPDX-License-Identifier: GPL-2.0-only
/* __auto_type names no type, the record is still a VMA. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	__auto_type area = vma;

	area->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

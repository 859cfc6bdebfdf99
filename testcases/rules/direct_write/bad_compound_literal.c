// SPDX-License-Identifier: GPL-2.0-only
/* The VMA is reached through a compound literal. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct tracker {
	struct vm_area_struct *vma;
};

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: direct_write */
	(struct tracker){ .vma = vma }.vma->vm_flags |= VM_IO;
}

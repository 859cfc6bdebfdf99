// SPDX-License-Identifier: GPL-2.0-only
/* A comma expression ends in the VMA, or in the write. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: direct_write */
	(vma_start_write(vma), vma)->vm_flags |= VM_IO;
	vma_start_write(vma), vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* A VMA on the stack is one's own to fill. */
#include <linux/mm.h>

void range_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma;

	memset(&vma, 0, sizeof(vma));
	vma.vm_mm = mm;
	flush_range(&vma, start, end);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A VMA on the stack. */
/* API: const typed */
#include <linux/mm.h>

void area_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma;

	vma_init(&vma, mm);
	vm_flags_init(&vma, 0);
	flush_range(&vma, start, end);
}

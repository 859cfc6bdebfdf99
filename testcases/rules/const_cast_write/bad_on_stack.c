// SPDX-License-Identifier: GPL-2.0-only
/* A pseudo VMA on the stack. */
/* API: const typed */
#include <linux/mm.h>

void range_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma = { .vm_mm = mm };

	/* EXPECT-NEXT-LINE: const_cast_write */
	*(unsigned long *)&vma.vm_flags = VM_EXEC;
	flush_range(&vma, start, end);
}

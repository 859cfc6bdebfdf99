// SPDX-License-Identifier: GPL-2.0-only
/* A pseudo VMA on the stack has helpers too: vm_flags_init(). */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void range_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma = { .vm_mm = mm };

	vma.vm_flags = VM_EXEC; /* EXPECT: direct_write */
	flush_range(&vma, start, end);
}

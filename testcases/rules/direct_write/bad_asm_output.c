// SPDX-License-Identifier: GPL-2.0-only
/* Assembly writes its output operand. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, unsigned long bits)
{
	/* EXPECT-NEXT-LINE: direct_write */
	asm volatile("or %1, %0" : "+m"(vma->vm_flags) : "r"(bits));
}

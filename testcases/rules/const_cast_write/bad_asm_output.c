// SPDX-License-Identifier: GPL-2.0-only
/* Assembly writes the cast member. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, unsigned long bits)
{
	unsigned long *flags = (unsigned long *)&vma->vm_flags;

	/* EXPECT-NEXT-LINE: const_cast_write */
	asm("or %1, %0" : "+m"(*flags) : "r"(bits));
}

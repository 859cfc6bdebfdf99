// SPDX-License-Identifier: GPL-2.0-only
/* Assembly writes through a pointer to the member. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, unsigned long bits)
{
	unsigned long *flags = &vma->vm_flags;

	asm("or %1, %0" : "+m"(*flags) : "r"(bits)); /* EXPECT: direct_write */
}

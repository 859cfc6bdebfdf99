// SPDX-License-Identifier: GPL-2.0-only
/* The address goes to a call inside another call's arguments. */
#include <linux/mm.h>

unsigned long adjust(unsigned long *flags);
void note(unsigned long value);

void area_adjust(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	note(1 + adjust((unsigned long *)&vma->vm_flags));
}

// SPDX-License-Identifier: GPL-2.0-only
/* A function of the same file hands its parameter to another file. */
#include <linux/mm.h>

void adjust(unsigned long *flags);

static void adjust_if(unsigned long *flags, int on)
{
	if (on)
		adjust(flags);
}

void area_adjust(struct vm_area_struct *vma)
{
	adjust_if(&vma->vm_flags, 1); /* EXPECT: address_escape */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The address is kept in a local pointer, and the pointer is passed. */
#include <linux/mm.h>

void adjust(unsigned long *flags);

void area_adjust(struct vm_area_struct *vma)
{
	unsigned long *flags = (unsigned long *)&vma->vm_flags;

	adjust(flags); /* EXPECT: address_escape */
}

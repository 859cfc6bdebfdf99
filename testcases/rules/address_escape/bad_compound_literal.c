// SPDX-License-Identifier: GPL-2.0-only
/* The address travels in a compound literal. */
#include <linux/mm.h>

struct flag_walk {
	unsigned long *flags;
};

void walk(struct flag_walk *walk);

void area_walk(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	walk(&(struct flag_walk){ .flags = (unsigned long *)&vma->vm_flags });
}

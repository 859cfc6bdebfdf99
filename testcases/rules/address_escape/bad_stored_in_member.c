// SPDX-License-Identifier: GPL-2.0-only
/* The address is kept in a struct for others. */
#include <linux/mm.h>

struct flag_walk {
	unsigned long *flags;
	unsigned long bits;
};

void walk_start(struct flag_walk *walk, struct vm_area_struct *vma)
{
	walk->bits = VM_IO;
	/* EXPECT-NEXT-LINE: address_escape */
	walk->flags = (unsigned long *)&vma->vm_flags;
}

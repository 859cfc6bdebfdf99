// SPDX-License-Identifier: GPL-2.0-only
/* The address is kept in a struct by its initialiser. */
#include <linux/mm.h>

struct flag_walk {
	unsigned long *flags;
};

void walk(struct flag_walk *walk);

void area_walk(struct vm_area_struct *vma)
{
	struct flag_walk state = {
		/* EXPECT-NEXT-LINE: address_escape */
		.flags = (unsigned long *)&vma->vm_flags,
	};

	walk(&state);
}

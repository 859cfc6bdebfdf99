// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap's address is kept in a struct. */
/* API: typed */
#include <linux/mm.h>

struct flag_walk {
	vma_flags_t *flags;
};

void walk_start(struct flag_walk *walk, struct vm_area_struct *vma)
{
	walk->flags = &vma->flags; /* EXPECT: address_escape */
}

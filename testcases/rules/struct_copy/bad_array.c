// SPDX-License-Identifier: GPL-2.0-only
/* Elements of an array are exchanged. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void areas_swap(struct vm_area_struct *areas)
{
	struct vm_area_struct first = areas[0]; /* EXPECT: struct_copy */

	areas[0] = areas[1]; /* EXPECT: struct_copy */
	areas[1] = first;    /* EXPECT: struct_copy */
}

// SPDX-License-Identifier: GPL-2.0-only
/* memmove() of a whole VMA. */
#include <linux/mm.h>

void area_shift(struct vm_area_struct *areas)
{
	memmove(areas, areas + 1, sizeof(*areas)); /* EXPECT: struct_copy */
}

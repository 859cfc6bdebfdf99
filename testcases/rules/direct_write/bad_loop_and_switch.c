// SPDX-License-Identifier: GPL-2.0-only
/* Writes in the places that a loop or a switch has for statements. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void areas_mark(struct vm_area_struct **areas, int count, int kind)
{
	int i;

	for (i = 0; i < count; i++)
		areas[i]->vm_flags |= VM_IO; /* EXPECT: direct_write */
	while (count--)
		switch (kind) {
		case 0:
			areas[0]->vm_flags = 0; /* EXPECT: direct_write */
			break;
		default:
			areas[0]->vm_flags |= VM_IO; /* EXPECT: direct_write */
		}
}

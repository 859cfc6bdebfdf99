// SPDX-License-Identifier: GPL-2.0-only
/* The pointer moves with the loop. */
/* API: const typed */
#include <linux/mm.h>

void areas_mark(struct vm_area_struct **areas, int count)
{
	int i;

	for (i = 0; i < count; i++) {
		unsigned long *flags = (unsigned long *)&areas[i]->vm_flags;

		*flags |= VM_IO; /* EXPECT: const_cast_write */
	}
}

// SPDX-License-Identifier: GPL-2.0-only
/* The pointer rests in an array before it is written through. */
/* API: plain */
#include <linux/mm.h>

void areas_mark(struct vm_area_struct *a, struct vm_area_struct *b)
{
	unsigned long *words[2] = { &a->vm_flags, &b->vm_flags };
	int i;

	for (i = 0; i < 2; i++)
		*words[i] |= VM_IO; /* KNOWN-MISS: direct_write */
}

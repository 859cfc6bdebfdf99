// SPDX-License-Identifier: GPL-2.0-only
/* The pointer rests in an array before it is written through. */
/* API: const typed */
#include <linux/mm.h>

void areas_mark(struct vm_area_struct *a, struct vm_area_struct *b)
{
	unsigned long *words[2] = {
		(unsigned long *)&a->vm_flags,
		(unsigned long *)&b->vm_flags,
	};

	*words[0] |= VM_IO; /* KNOWN-MISS: const_cast_write */
	*words[1] |= VM_IO; /* KNOWN-MISS: const_cast_write */
}

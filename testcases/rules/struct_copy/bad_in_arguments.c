// SPDX-License-Identifier: GPL-2.0-only
/* The copy sits in an argument and in a statement expression. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

unsigned long note(unsigned long start);

void area_clone(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	note((*vma = *other).vm_start); /* EXPECT: struct_copy */
	note(({
		*vma = *other; /* EXPECT: struct_copy */
		vma->vm_start;
	}));
}

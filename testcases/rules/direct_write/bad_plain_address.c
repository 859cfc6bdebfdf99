// SPDX-License-Identifier: GPL-2.0-only
/* The address is written through at once. */
/* API: plain */
#include <linux/mm.h>

void either_mark(struct vm_area_struct *a, struct vm_area_struct *b, int first)
{
	(&a->vm_flags)[0] |= VM_IO; /* EXPECT: direct_write */
	/* EXPECT-NEXT-LINE: direct_write */
	*(first ? &a->vm_flags : &b->vm_flags) |= VM_IO;
}

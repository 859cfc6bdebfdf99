// SPDX-License-Identifier: GPL-2.0-only
/* One of two VMAs is written. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void either_mark(struct vm_area_struct *a, struct vm_area_struct *b, int first)
{
	(first ? a : b)->vm_flags |= VM_IO; /* EXPECT: direct_write */
	(a ?: b)->vm_flags |= VM_IO;	    /* EXPECT: direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The member is an argument of the macro, the assignment its body. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#define ADD_BITS(word, bits) ((word) |= (bits))

void area_mark(struct vm_area_struct *vma, unsigned long *total)
{
	ADD_BITS(*total, VM_IO);
	ADD_BITS(vma->vm_flags, VM_IO); /* EXPECT: direct_write */
}

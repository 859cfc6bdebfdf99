// SPDX-License-Identifier: GPL-2.0-only
/* A function of the same file writes through its parameter. */
#include <linux/mm.h>

static void add_bits(unsigned long *flags, unsigned long bits)
{
	*flags |= bits;
}

void area_mark(struct vm_area_struct *vma)
{
	add_bits(&vma->vm_flags, VM_IO); /* EXPECT: address_escape */
}

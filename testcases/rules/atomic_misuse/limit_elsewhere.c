// SPDX-License-Identifier: GPL-2.0-only
/* Another file does the atomic operation. */
#include <linux/mm.h>

void ring_set_bit(unsigned int bit, unsigned long *word);

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	/* KNOWN-MISS-NEXT-LINE: atomic_misuse */
	ring_set_bit(14, (unsigned long *)&vma->vm_flags);
}

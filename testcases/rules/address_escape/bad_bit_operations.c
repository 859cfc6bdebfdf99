// SPDX-License-Identifier: GPL-2.0-only
/* Bit operations on the word that are not atomic, in a tree without bitmap. */
/* API: plain const */
#include <linux/mm.h>

void area_bits(struct vm_area_struct *vma)
{
	__set_bit(14, &vma->vm_flags);	 /* EXPECT: address_escape */
	__clear_bit(14, &vma->vm_flags); /* EXPECT: address_escape */
}

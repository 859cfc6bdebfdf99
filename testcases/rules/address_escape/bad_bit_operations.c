// SPDX-License-Identifier: GPL-2.0-only
/* Bit operations on the word, atomic or not. */
#include <linux/mm.h>

void area_bits(struct vm_area_struct *vma)
{
	set_bit(14, &vma->vm_flags);		/* EXPECT: address_escape */
	clear_bit(14, &vma->vm_flags);		/* EXPECT: address_escape */
	change_bit(14, &vma->vm_flags);		/* EXPECT: address_escape */
	__set_bit(14, &vma->vm_flags);		/* EXPECT: address_escape */
	__clear_bit(14, &vma->vm_flags);	/* EXPECT: address_escape */
	test_and_set_bit(14, &vma->vm_flags);	/* EXPECT: address_escape */
	test_and_clear_bit(14, &vma->vm_flags); /* EXPECT: address_escape */
}

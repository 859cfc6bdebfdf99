// SPDX-License-Identifier: GPL-2.0-only
/* Atomic bit operations on the word. */
#include <linux/mm.h>

void area_bits(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: atomic_misuse: set_bit() */
	set_bit(14, (unsigned long *)&vma->vm_flags);
	/* EXPECT-NEXT-LINE: atomic_misuse: clear_bit() */
	clear_bit(14, (unsigned long *)&vma->vm_flags);
	/* EXPECT-NEXT-LINE: atomic_misuse */
	change_bit(14, (unsigned long *)&vma->vm_flags);
	/* EXPECT-NEXT-LINE: atomic_misuse */
	test_and_set_bit(14, (unsigned long *)&vma->vm_flags);
	/* EXPECT-NEXT-LINE: atomic_misuse */
	test_and_clear_bit(14, (unsigned long *)&vma->vm_flags);
}

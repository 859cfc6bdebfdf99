// SPDX-License-Identifier: GPL-2.0-only
/* Bit operations that are not atomic. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word: __set_bit */
	__set_bit(VMA_IO_BIT, (unsigned long *)&vma->flags);
	/* EXPECT-NEXT-LINE: nonatomic_first_word: __clear_bit */
	__clear_bit(VMA_IO_BIT, (unsigned long *)&vma->flags);
}

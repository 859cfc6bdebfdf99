// SPDX-License-Identifier: GPL-2.0-only
/* Bit operations on the bitmap by a cast. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	set_bit(VMA_IO_BIT, (unsigned long *)&vma->flags);
	/* EXPECT-NEXT-LINE: address_escape */
	__clear_bit(VMA_IO_BIT, (unsigned long *)&vma->flags);
}

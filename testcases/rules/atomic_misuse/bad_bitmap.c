// SPDX-License-Identifier: GPL-2.0-only
/* Atomic bit operations on the bitmap. */
/* API: typed */
#include <linux/mm.h>

void area_bits(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: atomic_misuse */
	set_bit(VMA_IO_BIT, (unsigned long *)&vma->flags);
	/* EXPECT-NEXT-LINE: atomic_misuse */
	clear_bit(VMA_MAYBE_GUARD_BIT, (unsigned long *)&vma->flags);
}

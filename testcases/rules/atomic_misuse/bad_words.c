// SPDX-License-Identifier: GPL-2.0-only
/* Atomic bit operations on the private words. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_bits(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: atomic_misuse */
	set_bit(VMA_IO_BIT, vma->flags.__vma_flags);
}

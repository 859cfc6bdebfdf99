// SPDX-License-Identifier: GPL-2.0-only
/* Bit operations on the bitmap's words. */
/* API: typed */
#include <linux/mm.h>

bool area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	__set_bit(VMA_IO_BIT, vma->flags.__vma_flags);
	/* EXPECT-NEXT-LINE: private_access */
	return test_bit(VMA_READ_BIT, vma->flags.__vma_flags);
}

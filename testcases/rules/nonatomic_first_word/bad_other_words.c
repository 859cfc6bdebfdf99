// SPDX-License-Identifier: GPL-2.0-only
/* A private word behind the first is not the first; a loop may begin there. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	int i;

	vma->flags.__vma_flags[1] |= 1; /* EXPECT: private_access */
	/* EXPECT-NEXT-LINE: private_access */
	__set_bit(BITS_PER_LONG + 6, vma->flags.__vma_flags);
	for (i = 0; i < NUM_VMA_FLAG_BITS / BITS_PER_LONG; i++)
		/* EXPECT-NEXT-LINE: nonatomic_first_word */
		vma->flags.__vma_flags[i] |= 1;
	for (i = 1; i < NUM_VMA_FLAG_BITS / BITS_PER_LONG; i++)
		/* EXPECT-NEXT-LINE: private_access */
		vma->flags.__vma_flags[i] |= 1;
}

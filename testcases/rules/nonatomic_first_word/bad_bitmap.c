// SPDX-License-Identifier: GPL-2.0-only
/* Bitmap functions on the words. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, const vma_flags_t *more)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	bitmap_or(vma->flags.__vma_flags, vma->flags.__vma_flags,
		  more->__vma_flags, NUM_VMA_FLAG_BITS);
}

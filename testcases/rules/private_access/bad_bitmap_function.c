// SPDX-License-Identifier: GPL-2.0-only
/* Bitmap functions on the bitmap's words. */
/* API: typed */
#include <linux/bitmap.h>
#include <linux/mm.h>

void area_forget(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	bitmap_zero(vma->flags.__vma_flags, NUM_VMA_FLAG_BITS);
}

bool area_is_bare(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: private_access */
	return bitmap_empty(vma->flags.__vma_flags, NUM_VMA_FLAG_BITS);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The words behind the first by pointer arithmetic, sizes by calculation. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

#define WORD_BITS (8 * sizeof(long))

void vm_flags_replace_once(struct vm_area_struct *vma, vm_flags_t flags)
{
	if (NUM_VMA_FLAG_BITS > WORD_BITS)
		bitmap_zero(vma->flags.__vma_flags + 1,
			    NUM_VMA_FLAG_BITS - WORD_BITS);
	vma_flags_overwrite_word_once(&vma->flags, flags);
}

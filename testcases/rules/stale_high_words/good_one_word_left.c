// SPDX-License-Identifier: GPL-2.0-only
/* A bitmap that cannot have more words is left early. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

void vm_flags_replace_once(struct vm_area_struct *vma, unsigned long word)
{
	vma_flags_overwrite_word_once(&vma->flags, word);
	if (BITS_TO_LONGS(NUM_VMA_FLAG_BITS) == 1)
		return;
	bitmap_zero(&vma->flags.__vma_flags[1],
		    NUM_VMA_FLAG_BITS - BITS_PER_LONG);
}

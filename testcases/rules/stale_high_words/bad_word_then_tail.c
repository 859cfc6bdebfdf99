// SPDX-License-Identifier: GPL-2.0-only
/* The other words follow on some paths, or are not the ones meant. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

int vm_flags_take_once(struct vm_area_struct *vma, const vma_flags_t *from,
		       bool all)
{
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word_once(&vma->flags, from->__vma_flags[0]);
	if (!all)
		return 0;
	bitmap_copy(&vma->flags.__vma_flags[1], &from->__vma_flags[1],
		    NUM_VMA_FLAG_BITS - BITS_PER_LONG);
	return 1;
}

void vm_flags_first_once(struct vm_area_struct *vma, unsigned long word)
{
	bitmap_zero(vma->flags.__vma_flags, BITS_PER_LONG);
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word_once(&vma->flags, word);
}

void vm_flags_other_once(struct vm_area_struct *vma,
			 struct vm_area_struct *other, unsigned long word)
{
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word_once(&vma->flags, word);
	bitmap_zero(&other->flags.__vma_flags[1],
		    NUM_VMA_FLAG_BITS - BITS_PER_LONG);
}

static void word_put(struct vm_area_struct *area, unsigned long word)
{
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word(&area->flags, word);
}

void vm_flags_put(struct vm_area_struct *vma, unsigned long word)
{
	word_put(vma, word);
}

void vm_flags_put_small(struct vm_area_struct *vma, unsigned long word)
{
	if (NUM_VMA_FLAG_BITS == BITS_PER_LONG)
		vma_flags_clear_all(&vma->flags);
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word(&vma->flags, word);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The first word is written at once, the others after it, in many ways. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

#define TAIL_BITS (NUM_VMA_FLAG_BITS - BITS_PER_LONG)

void vm_flags_take_once(struct vm_area_struct *vma, const vma_flags_t *from)
{
	vma_flags_overwrite_word_once(&vma->flags, from->__vma_flags[0]);
	if (NUM_VMA_FLAG_BITS > BITS_PER_LONG) {
		unsigned long *to = &vma->flags.__vma_flags[1];

		bitmap_copy(to, &from->__vma_flags[1], TAIL_BITS);
	}
}

void vm_flags_forget_once(struct vm_area_struct *vma, unsigned long word)
{
	unsigned long *words = vma->flags.__vma_flags;

	WRITE_ONCE(words[0], word);
	if (sizeof(vma_flags_t) > sizeof(word))
		bitmap_zero(words + 1, TAIL_BITS);
}

void vm_flags_loop_once(struct vm_area_struct *vma, const vma_flags_t *from)
{
	int i;

	vma_flags_overwrite_word_once(&vma->flags, from->__vma_flags[0]);
	for (i = 1; i < NUM_VMA_FLAG_BITS / BITS_PER_LONG; i++)
		vma->flags.__vma_flags[i] = from->__vma_flags[i];
}

static void tail_clear(unsigned long *tail)
{
	bitmap_zero(tail, TAIL_BITS);
}

static void tail_copy(struct vm_area_struct *area, const vma_flags_t *from)
{
	bitmap_copy(&area->flags.__vma_flags[1], &from->__vma_flags[1],
		    TAIL_BITS);
}

int vm_flags_either_once(struct vm_area_struct *vma, const vma_flags_t *from,
			 unsigned long word)
{
	vma_flags_overwrite_word_once(&vma->flags, word);
	if (!from) {
		tail_clear(&vma->flags.__vma_flags[1]);
		return 0;
	}
	tail_copy(vma, from);
	return 1;
}

vma_flags_t vm_flags_widen(unsigned long word)
{
	vma_flags_t flags;

	flags.__vma_flags[0] = word;
	memset(&flags.__vma_flags[1], 0, sizeof(flags) - sizeof(word));
	return flags;
}

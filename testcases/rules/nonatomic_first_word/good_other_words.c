// SPDX-License-Identifier: GPL-2.0-only
/* Words behind the first are private, and no business of atomic setters. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

static void vma_flags_owner(void)
{
}

void area_mark(struct vm_area_struct *vma, const vma_flags_t *from)
{
	unsigned long *tail = &vma->flags.__vma_flags[1];
	int i;

	vma_flags_owner();
	vma->flags.__vma_flags[1] |= 1;
	*tail &= ~2UL;
	__set_bit(70, vma->flags.__vma_flags);
	for (i = 1; i < NUM_VMA_FLAG_BITS / BITS_PER_LONG; i++)
		vma->flags.__vma_flags[i] |= from->__vma_flags[i];
}

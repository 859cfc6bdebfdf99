// SPDX-License-Identifier: GPL-2.0-only
/* A loop copies the words behind the first. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void vm_flags_take_once(struct vm_area_struct *vma, const vma_flags_t *from)
{
	int i;

	for (i = 1; i < NUM_VMA_FLAG_BITS / BITS_PER_LONG; i++)
		vma->flags.__vma_flags[i] = from->__vma_flags[i];
	vma_flags_overwrite_word_once(&vma->flags, from->__vma_flags[0]);
}

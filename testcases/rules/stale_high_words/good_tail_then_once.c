// SPDX-License-Identifier: GPL-2.0-only
/* The words behind the first are cleared, then the single store. */
/* API: typed2 typed3 */
#include <linux/bitmap.h>
#include <linux/mm.h>

void vm_flags_replace_once(struct vm_area_struct *vma, vm_flags_t flags)
{
	unsigned long *words = vma->flags.__vma_flags;

	if (NUM_VMA_FLAG_BITS > BITS_PER_LONG)
		bitmap_zero(&words[1], NUM_VMA_FLAG_BITS - BITS_PER_LONG);
	vma_flags_overwrite_word_once(&vma->flags, flags);
}

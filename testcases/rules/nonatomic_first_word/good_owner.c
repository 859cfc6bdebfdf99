// SPDX-License-Identifier: GPL-2.0-only
/* A file that defines flag helpers owns the words. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void vma_flags_mark(struct vm_area_struct *vma, unsigned long word)
{
	vma->flags.__vma_flags[0] |= word;
	vma_flags_set_word(&vma->flags, word);
	__set_bit((__force int)VMA_IO_BIT, vma->flags.__vma_flags);
}

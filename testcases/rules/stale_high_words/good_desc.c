// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap of a descriptor was made by its owner. */
/* API: typed */
#include <linux/mm.h>

void desc_put_word(struct vm_area_desc *desc, unsigned long word)
{
	vma_flags_overwrite_word(&desc->vma_flags, word);
}

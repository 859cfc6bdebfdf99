// SPDX-License-Identifier: GPL-2.0-only
/* A descriptor is no VMA yet. */
/* API: typed */
#include <linux/mm.h>

void desc_mark(struct vm_area_desc *desc)
{
	vma_flags_set_word(&desc->vma_flags, VM_IO);
}

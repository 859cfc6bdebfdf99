// SPDX-License-Identifier: GPL-2.0-only
/* A descriptor is written by its helpers. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int driver_mmap_prepare(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, VMA_IO_BIT, VMA_DONTEXPAND_BIT);
	vma_desc_clear_flags(desc, VMA_MAYWRITE_BIT);
	vma_desc_set_flags_mask(desc, VMA_REMAP_FLAGS);
	return 0;
}

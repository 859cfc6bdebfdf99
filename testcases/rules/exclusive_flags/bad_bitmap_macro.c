// SPDX-License-Identifier: GPL-2.0-only
/* A bitmap of the tree's headers holds one of them. */
/* API: typed3 */
#include <linux/mm.h>

int area_prepare(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, VMA_MIXEDMAP_BIT);
	/* EXPECT-NEXT-LINE: exclusive_flags */
	vma_desc_set_flags_mask(desc, VMA_REMAP_FLAGS);
	return 0;
}

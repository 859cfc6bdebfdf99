// SPDX-License-Identifier: GPL-2.0-only
/* A plain number that no flag has, for a mapping to come. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_mmap_prepare(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, 64); /* EXPECT: bit_out_of_word */
	/* EXPECT-NEXT-LINE: bit_out_of_word */
	vma_desc_clear_flags(desc, VMA_MAYWRITE_BIT, NUM_VMA_FLAG_BITS);
	return 0;
}

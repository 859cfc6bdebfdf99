// SPDX-License-Identifier: GPL-2.0-only
/* Masks among the bits that make a bitmap */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_keep(struct vm_area_desc *desc)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: 'VM_IO' */
	vma_desc_set_flags(desc, VMA_DONTEXPAND_BIT, VM_IO);
}

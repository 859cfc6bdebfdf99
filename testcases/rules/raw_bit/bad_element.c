// SPDX-License-Identifier: GPL-2.0-only
/* A number among the bits that make a bitmap */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_keep(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, VMA_IO_BIT, 26); /* EXPECT: raw_bit: '26' */
}

// SPDX-License-Identifier: GPL-2.0-only
/* Bits make a bitmap */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_keep(struct vm_area_desc *desc)
{
	vma_desc_set_flags(desc, VMA_DONTEXPAND_BIT, VMA_IO_BIT);
}

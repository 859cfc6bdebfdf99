// SPDX-License-Identifier: GPL-2.0-only
/* The address of a bitmap of one's own. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void driver_adjust(vma_flags_t *flags);

vma_flags_t driver_default(struct vm_area_desc *desc)
{
	vma_flags_t flags = mk_vma_flags(VMA_READ_BIT, VMA_WRITE_BIT);

	vma_flags_set(&flags, VMA_IO_BIT);
	driver_adjust(&flags);
	driver_adjust(&desc->vma_flags);
	return flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The same by bits. */
/* API: typed3 */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vma_set_flags(vma, VMA_PFNMAP_BIT, VMA_IO_BIT);
	vma_clear_flags(vma, VMA_PFNMAP_BIT);
	vma_set_flags(vma, VMA_MIXEDMAP_BIT);
}

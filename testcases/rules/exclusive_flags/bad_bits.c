// SPDX-License-Identifier: GPL-2.0-only
/* Both by a list of bits. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	/* EXPECT-NEXT-LINE: exclusive_flags */
	vma_set_flags(vma, VMA_MIXEDMAP_BIT, VMA_PFNMAP_BIT);
}

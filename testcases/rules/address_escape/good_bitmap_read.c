// SPDX-License-Identifier: GPL-2.0-only
/* The helpers that test a bitmap take its address. */
/* API: typed2 */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	if (vma_flags_test(&vma->flags, VMA_IO_BIT, VMA_PFNMAP_BIT))
		return true;
	return vma_flags_test_all_mask(&vma->flags, VMA_REMAP_FLAGS) ||
	       vma_test_all_flags(vma, VMA_READ_BIT, VMA_WRITE_BIT);
}

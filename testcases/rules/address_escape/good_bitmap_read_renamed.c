// SPDX-License-Identifier: GPL-2.0-only
/* The renamed helpers that test a bitmap take its address. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	if (vma_flags_test(&vma->flags, VMA_IO_BIT))
		return true;
	if (vma_flags_empty(&vma->flags))
		return false;
	return vma_flags_test_any(&vma->flags, VMA_IO_BIT, VMA_PFNMAP_BIT) ||
	       vma_flags_test_all_mask(&vma->flags, VMA_REMAP_FLAGS) ||
	       vma_test(vma, VMA_READ_BIT);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A helper for at most one flag gets one, or none */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	return vma_test_single_mask(vma, mk_vma_flags(VMA_IO_BIT)) ||
	       vma_test_single_mask(vma, VMA_GROWSUP) ||
	       vma_test_any(vma, VMA_IO_BIT, VMA_PFNMAP_BIT);
}

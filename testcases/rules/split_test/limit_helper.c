// SPDX-License-Identifier: GPL-2.0-only
/* Tests by a helper, which has a form for several flags */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_IO_BIT) || /* KNOWN-MISS: split_test */
	       vma_test(vma, VMA_PFNMAP_BIT);
}

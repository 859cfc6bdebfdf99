// SPDX-License-Identifier: GPL-2.0-only
/* A helper for at most one flag gets two */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	return vma_test_single_mask(vma,
				    /* EXPECT-NEXT-LINE: many_as_one: 2 flags */
				    mk_vma_flags(VMA_IO_BIT, VMA_PFNMAP_BIT));
}

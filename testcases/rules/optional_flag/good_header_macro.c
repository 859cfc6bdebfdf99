// SPDX-License-Identifier: GPL-2.0-only
/* What a header's macro spells out, the header has guarded */
/* API: typed3 */
#include <linux/mm.h>

bool area_has_gap(struct vm_area_struct *vma)
{
	return vma_test_any_mask(vma, VMA_STARTGAP_FLAGS);
}

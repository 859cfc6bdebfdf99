// SPDX-License-Identifier: GPL-2.0-only
/* Any flag of an empty mask is never there */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	return vma_test_any_mask(vma, VMA_DROPPABLE);
}

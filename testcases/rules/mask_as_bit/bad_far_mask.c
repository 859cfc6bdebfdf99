// SPDX-License-Identifier: GPL-2.0-only
/* A mask beyond 32 bits for a bit: one mistake, one finding. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	return vma_test(vma, VM_DROPPABLE); /* EXPECT: mask_as_bit */
}

// SPDX-License-Identifier: GPL-2.0-only
/* All flags of an empty mask are always there */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: optional_flag: always true */
	return vma_test_all_mask(vma, VMA_DROPPABLE);
}

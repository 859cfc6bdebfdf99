// SPDX-License-Identifier: GPL-2.0-only
/* Masks that are empty where a flag does not exist */
/* API: typed3 */
#include <linux/mm.h>

#ifndef CONFIG_64BIT
bool area_is_special(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_IO_BIT) ||
	       vma_test_single_mask(vma, VMA_DROPPABLE);
}
#endif

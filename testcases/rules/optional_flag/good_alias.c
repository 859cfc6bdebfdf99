// SPDX-License-Identifier: GPL-2.0-only
/* A mask that is empty where the flag does not exist */
/* API: typed3 */
#include <linux/mm.h>

bool area_grows(struct vm_area_struct *vma)
{
	return vma_test_single_mask(vma, VMA_GROWSUP) ||
	       vma->vm_flags & VM_GROWSUP;
}

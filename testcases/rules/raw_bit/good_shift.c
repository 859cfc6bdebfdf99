// SPDX-License-Identifier: GPL-2.0-only
/* The cast says that it is meant */
/* API: typed */
#include <linux/mm.h>

bool area_has(struct vm_area_struct *vma, vma_flag_t bit)
{
	return vma->vm_flags & BIT((__force int)bit);
}

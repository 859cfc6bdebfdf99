// SPDX-License-Identifier: GPL-2.0-only
/* Shifting by a number is what numbers are for */
/* API: typed */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma->vm_flags >> (__force int)VMA_SHARED_BIT & 1;
}

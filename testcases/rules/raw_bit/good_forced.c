// SPDX-License-Identifier: GPL-2.0-only
/* A written cast says that the number is meant */
/* API: typed */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	int bit = (__force int)VMA_IO_BIT;

	return vma->vm_flags & BIT(bit);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A written cast silences, whether it is meant or not */
/* API: typed */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	int nr = (int)VMA_IO_BIT + (int)VMA_PFNMAP_BIT;

	return vma->vm_flags & BIT(nr); /* KNOWN-MISS: bit_arithmetic */
}

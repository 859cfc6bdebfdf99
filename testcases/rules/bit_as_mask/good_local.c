// SPDX-License-Identifier: GPL-2.0-only
/* Bits are turned into masks before */
/* API: typed */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	vm_flags_t mask = BIT((__force int)VMA_IO_BIT);

	mask |= 1UL << (__force int)VMA_PFNMAP_BIT;
	return vma->vm_flags & mask;
}

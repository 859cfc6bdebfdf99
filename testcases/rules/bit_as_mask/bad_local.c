// SPDX-License-Identifier: GPL-2.0-only
/* A bit number kept in a mask */
/* API: typed */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	vm_flags_t mask = VMA_IO_BIT; /* EXPECT: bit_as_mask */

	mask |= VMA_PFNMAP_BIT; /* EXPECT: bit_as_mask */
	return vma->vm_flags & mask;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A bit number and-ed with the flag word (contracts 08) */
/* API: typed */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_as_mask: VM_READ | VM_WRITE */
	return vma->vm_flags & VMA_SHARED_BIT;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A mask passed where a mask is wanted; BIT() makes one */
/* API: typed */
#include <linux/mm.h>

void area_share(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_SHARED);
	vm_flags_set(vma, BIT((__force int)VMA_MAYSHARE_BIT));
}

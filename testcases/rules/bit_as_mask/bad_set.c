// SPDX-License-Identifier: GPL-2.0-only
/* A bit number passed where a mask is wanted (contracts 14) */
/* API: typed */
#include <linux/mm.h>

void area_share(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VMA_SHARED_BIT); /* EXPECT: bit_as_mask */
}

// SPDX-License-Identifier: GPL-2.0-only
/* Bit numbers used as masks are wrong, but are no write to a VMA. */
/* API: typed */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma->vm_flags & VMA_SHARED_BIT;
}

void area_share(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VMA_SHARED_BIT);
}

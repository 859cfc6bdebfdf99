// SPDX-License-Identifier: GPL-2.0-only
/* A long is shifted where it has 64 bits, or by the header's own macro */
/* API: typed */
#include <linux/mm.h>

#define AREA_KEPT (VM_IO | VM_DROPPABLE)

#ifdef CONFIG_64BIT
vm_flags_t droppable_mask(void)
{
	return 1UL << (__force int)VMA_DROPPABLE_BIT;
}
#endif

bool area_is_kept(struct vm_area_struct *vma)
{
	return vma->vm_flags & AREA_KEPT;
}

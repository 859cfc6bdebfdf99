// SPDX-License-Identifier: GPL-2.0-only
/* The mask is tested as a mask */
#include <linux/mm.h>

bool area_is_private(struct vm_area_struct *vma)
{
	return !(vma->vm_flags & VM_SHARED);
}

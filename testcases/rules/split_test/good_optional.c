// SPDX-License-Identifier: GPL-2.0-only
/* A flag that is 0 in some configurations: all of it is true there */
#include <linux/mm.h>

bool area_is_dirty(struct vm_area_struct *vma)
{
	return (vma->vm_flags & VM_WRITE) && (vma->vm_flags & VM_SOFTDIRTY);
}

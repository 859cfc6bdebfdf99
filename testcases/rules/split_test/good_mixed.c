// SPDX-License-Identifier: GPL-2.0-only
/* One flag set and another one clear */
#include <linux/mm.h>

bool area_is_private_writable(struct vm_area_struct *vma)
{
	return (vma->vm_flags & VM_WRITE) && !(vma->vm_flags & VM_SHARED);
}

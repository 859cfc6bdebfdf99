// SPDX-License-Identifier: GPL-2.0-only
/* Other flags are read plainly everywhere. */
/* API: typed */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_SHARED;
}

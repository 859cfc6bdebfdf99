// SPDX-License-Identifier: GPL-2.0-only
/* A local variable of the type for flags */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	return flags & VM_SHARED;
}

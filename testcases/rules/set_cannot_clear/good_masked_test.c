// SPDX-License-Identifier: GPL-2.0-only
/* &= of a copy that is only asked about */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags &= VM_IO | VM_PFNMAP;
	return flags != 0;
}

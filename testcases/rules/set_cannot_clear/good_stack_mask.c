// SPDX-License-Identifier: GPL-2.0-only
/* &= with a mask of all but a few */
#include <linux/mm.h>

vm_flags_t area_flags(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags &= ~(VM_READ | VM_WRITE | VM_EXEC);
	return flags;
}

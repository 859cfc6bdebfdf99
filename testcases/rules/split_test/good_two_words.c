// SPDX-License-Identifier: GPL-2.0-only
/* Two words, of two VMAs and of one */
#include <linux/mm.h>

bool areas_are_locked(struct vm_area_struct *vma, struct vm_area_struct *other,
		      vm_flags_t flags)
{
	return (vma->vm_flags & VM_IO) && (other->vm_flags & VM_PFNMAP) &&
	       (flags & VM_SHARED);
}

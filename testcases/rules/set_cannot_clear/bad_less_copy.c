// SPDX-License-Identifier: GPL-2.0-only
/* The same by a copy, in two statements */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags |= VM_DONTCOPY;
	flags &= ~VM_MAYWRITE;
	vm_flags_set(vma, flags); /* EXPECT: set_cannot_clear: stays set */
}

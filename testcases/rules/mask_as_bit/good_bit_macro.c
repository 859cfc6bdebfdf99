// SPDX-License-Identifier: GPL-2.0-only
/* Masks are or-ed as they are */
#include <linux/mm.h>

void area_pin(struct vm_area_struct *vma)
{
	vm_flags_t flags = VM_DONTCOPY | VM_READ;

	flush_range(vma, flags, flags);
}

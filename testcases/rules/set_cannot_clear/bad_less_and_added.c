// SPDX-License-Identifier: GPL-2.0-only
/* One flag is to go and another one to come, by what can only set. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags & ~VM_IO;

	vm_flags_set(vma, flags | VM_DONTCOPY); /* EXPECT: set_cannot_clear */
}

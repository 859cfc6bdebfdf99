// SPDX-License-Identifier: GPL-2.0-only
/* Flags are taken out in one branch more; none of them is cleared */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma, bool all)
{
	unsigned long flags = vma->vm_flags & ~VM_MAYWRITE;

	if (all)
		flags &= ~VM_MAYEXEC;
	vm_flags_set(vma, flags); /* EXPECT: set_cannot_clear */
}

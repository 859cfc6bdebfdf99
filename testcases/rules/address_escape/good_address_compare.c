// SPDX-License-Identifier: GPL-2.0-only
/* An address that is only compared, as a guard does. */
#include <linux/mm.h>

int advise(struct vm_area_struct *vma, unsigned long *vm_flags)
{
	BUG_ON(vm_flags == &vma->vm_flags);
	*vm_flags |= VM_MERGEABLE;
	return &vma->vm_flags != NULL;
}

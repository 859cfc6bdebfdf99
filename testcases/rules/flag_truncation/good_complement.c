// SPDX-License-Identifier: GPL-2.0-only
/* A complement of the whole word */
#include <linux/mm.h>

int advise_unmerge(struct vm_area_struct *vma, unsigned long *vm_flags)
{
	*vm_flags &= ~VM_MERGEABLE;
	*vm_flags &= ~(VM_READ | VM_WRITE);
	return 0;
}

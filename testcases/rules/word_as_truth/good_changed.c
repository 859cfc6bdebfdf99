// SPDX-License-Identifier: GPL-2.0-only
/* What differs between two words */
#include <linux/mm.h>

bool area_differs(struct vm_area_struct *vma, struct vm_area_struct *next)
{
	return (vma->vm_flags ^ next->vm_flags) & ~VM_SOFTDIRTY;
}

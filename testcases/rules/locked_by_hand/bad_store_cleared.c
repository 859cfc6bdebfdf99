// SPDX-License-Identifier: GPL-2.0-only
/* A plain store that takes it off. */
/* API: plain */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vma->vm_flags &= ~VM_LOCKED; /* EXPECT: direct_write, locked_by_hand */
}

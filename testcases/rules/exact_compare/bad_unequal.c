// SPDX-License-Identifier: GPL-2.0-only
/* The whole word of a copy compared */
#include <linux/mm.h>

bool area_is_odd(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags;

	return flags != (VM_READ | VM_SHARED); /* EXPECT: exact_compare */
}

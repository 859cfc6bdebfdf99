// SPDX-License-Identifier: GPL-2.0-only
/* A direction chosen by equality (drivers of 2015) */
#include <linux/mm.h>

int area_direction(struct vm_area_struct *vma)
{
	if (vma->vm_flags == VM_READ) /* EXPECT: exact_compare: never equal */
		return 1;
	if (vma->vm_flags == VM_WRITE) /* EXPECT: exact_compare */
		return 2;
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A switch on the whole word */
#include <linux/mm.h>

int area_direction(struct vm_area_struct *vma)
{
	switch (vma->vm_flags) {
	case VM_READ: /* EXPECT: exact_compare */
		return 1;
	default:
		return 0;
	}
}

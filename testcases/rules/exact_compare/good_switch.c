// SPDX-License-Identifier: GPL-2.0-only
/* A switch on some flags */
#include <linux/mm.h>

int area_direction(struct vm_area_struct *vma)
{
	switch (vma->vm_flags & VM_ACCESS_FLAGS) {
	case VM_READ:
		return 1;
	default:
		return 0;
	}
}

// SPDX-License-Identifier: GPL-2.0-only
/* Words compared with each other, with 0, and constants */
#include <linux/mm.h>

bool area_is_same(struct vm_area_struct *a, struct vm_area_struct *b)
{
	if (VM_DROPPABLE == VM_NONE)
		return false;
	if (a->vm_flags == VM_NONE)
		return false;
	return a->vm_flags == b->vm_flags;
}

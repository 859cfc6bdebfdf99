// SPDX-License-Identifier: GPL-2.0-only
/* A variable that collects flags: no flag at all means something */
#include <linux/mm.h>

int area_change(struct vm_area_struct *vma, int advice)
{
	vm_flags_t added = 0;

	if (advice == 1)
		added |= VM_DONTCOPY;
	if (advice == 2)
		added |= VM_DONTDUMP;
	if (!added)
		return -1;
	return added ? 1 : 0;
}

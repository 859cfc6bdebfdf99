// SPDX-License-Identifier: GPL-2.0-only
/* A mask compared with a constant asks about the configuration. */
#include <linux/mm.h>

int droppable_wanted(unsigned long *vm_flags)
{
	if (VM_DROPPABLE == VM_NONE)
		return -EINVAL;
	*vm_flags |= VM_DROPPABLE;
	return 0;
}

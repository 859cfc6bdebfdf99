// SPDX-License-Identifier: GPL-2.0-only
/* A region of a kernel without MMU is no VMA. */
#include <linux/mm.h>

int region_create(struct vm_region *region, unsigned long flags)
{
	region->vm_flags = flags;
	region->vm_flags |= VM_MAYSHARE;
	WRITE_ONCE(region->vm_flags, flags);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A variable used for two families in turn is not judged */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

bool area_check(struct vm_area_struct *vma, bool is_fixed)
{
	unsigned long flags = MAP_SHARED;

	if (is_fixed)
		flags = vma->vm_flags;
	return flags & MAP_SHARED;
}

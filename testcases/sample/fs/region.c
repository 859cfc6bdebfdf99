// SPDX-License-Identifier: GPL-2.0-only
/* Regions have flags of the same name and are no VMAs. */
#include <linux/mm.h>

void region_share(struct vm_region *region, const struct vm_area_struct *vma)
{
	region->vm_flags = vma->vm_flags;
	region->vm_flags |= VM_SHARED;
}

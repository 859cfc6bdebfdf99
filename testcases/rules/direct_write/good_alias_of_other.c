// SPDX-License-Identifier: GPL-2.0-only
/* Pointers to words that are not the flags of a VMA. */
#include <linux/mm.h>

void region_mark(struct vm_region *region, struct vm_area_struct *vma)
{
	unsigned long copy = vma->vm_flags;
	unsigned long *flags = &copy;

	*flags |= VM_IO;
	flags = &region->vm_flags;
	*flags |= VM_IO;
	flags = &vma->vm_pgoff;
	*flags = copy;
}

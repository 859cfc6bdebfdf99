// SPDX-License-Identifier: GPL-2.0-only
/* A flag of vmalloc areas on a vmalloc area */
#include <linux/mm.h>
#include <linux/vmalloc.h>

void area_mark(struct vm_struct *area)
{
	area->flags |= VM_USERMAP;
}

bool area_is_marked(struct vm_struct *area, struct vm_area_struct *vma)
{
	return area->flags & (VM_USERMAP | VM_IOREMAP) &&
	       vma->vm_flags & VM_SHARED;
}

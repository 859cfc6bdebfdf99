// SPDX-License-Identifier: GPL-2.0-only
/* Most calls of a function elsewhere pass VMA flags; one passes others. */
#include <linux/mm.h>
#include <linux/mman.h>

#include "bad_most_callers.h"

int area_grow(struct vm_area_struct *vma, unsigned long pages)
{
	if (area_expand(vma->vm_mm, pages, vma->vm_flags))
		return 1;
	if (area_expand(vma->vm_mm, pages, VM_READ | VM_SHARED))
		return 1;
	/* EXPECT-NEXT-LINE: foreign_flag */
	return area_expand(vma->vm_mm, pages, MAP_SHARED);
}

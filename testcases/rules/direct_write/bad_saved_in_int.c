// SPDX-License-Identifier: GPL-2.0-only
/* Flags saved in a narrow variable and put back (remap code before 2011). */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_try(struct vm_area_struct *vma)
{
	unsigned int saved = vma->vm_flags; /* EXPECT: flag_truncation */

	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
	flush_range(vma, vma->vm_start, vma->vm_end);
	vma->vm_flags = saved; /* EXPECT: direct_write */
}

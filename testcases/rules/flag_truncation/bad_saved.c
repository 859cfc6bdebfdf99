// SPDX-License-Identifier: GPL-2.0-only
/* Flags saved in an int and put back (mm/fremap.c before 2011) */
/* API: const typed */
#include <linux/mm.h>

void area_try(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: flag_truncation: 'unsigned int' has no room */
	unsigned int saved_flags = vma->vm_flags;

	flush_range(vma, vma->vm_start, vma->vm_end);
	vm_flags_reset(vma, saved_flags);
}

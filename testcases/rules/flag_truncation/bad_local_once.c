// SPDX-License-Identifier: GPL-2.0-only
/* A variable that is too small is told once, where it is filled first. */
#include <linux/mm.h>

unsigned long area_next(struct vm_area_struct *vma, bool quick)
{
	unsigned int flags = vma->vm_flags; /* EXPECT: flag_truncation */

	flags &= ~VM_WRITE;
	if (quick)
		flags = vma->vm_flags & ~VM_EXEC;
	return flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A cast that is only read through is ugly, not wrong. */
#include <linux/mm.h>

unsigned long area_peek(struct vm_area_struct *vma)
{
	unsigned long *word = (unsigned long *)&vma->vm_flags;
	u32 low = *(u32 *)&vma->vm_flags;

	return low + *word + *(unsigned long *)&vma->vm_flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A local pointer that is only read through. */
#include <linux/mm.h>

unsigned long area_peek(struct vm_area_struct *vma, int twice)
{
	unsigned long *flags = (unsigned long *)&vma->vm_flags;

	return twice ? *flags + flags[0] : READ_ONCE(*flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* __auto_type makes a copy of the value, not an alias. */
#include <linux/mm.h>

unsigned long area_with(struct vm_area_struct *vma, unsigned long bits)
{
	__auto_type flags = vma->vm_flags;

	flags |= bits;
	flags++;
	return flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* Assembly only reads its input operand. */
#include <linux/mm.h>

unsigned long area_load(struct vm_area_struct *vma)
{
	unsigned long flags;

	asm("mov %1, %0" : "=r"(flags) : "m"(vma->vm_flags));
	return flags;
}

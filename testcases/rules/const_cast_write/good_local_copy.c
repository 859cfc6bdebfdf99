// SPDX-License-Identifier: GPL-2.0-only
/* A cast of a copy. */
#include <linux/mm.h>

unsigned long area_with(struct vm_area_struct *vma, unsigned long bits)
{
	const vm_flags_t copy = vma->vm_flags;
	vm_flags_t flags = vma->vm_flags;

	*(unsigned long *)&flags |= bits;
	return copy | flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A function of the same file only reads, though its parameter is not const. */
#include <linux/mm.h>

static bool has_bits(unsigned long *flags, unsigned long bits)
{
	unsigned long missing = bits;

	missing &= ~*flags;
	if (flags[0] & VM_SHARED)
		missing |= VM_SHARED;
	return !missing;
}

bool area_is_io(struct vm_area_struct *vma)
{
	return has_bits((unsigned long *)&vma->vm_flags, VM_IO);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Masks and loops over bits, all in their place */
#include <linux/mm.h>

static const vm_flags_t wanted[] = { VM_READ, VM_WRITE | VM_SHARED };

bool area_fits(struct vm_area_struct *vma)
{
	unsigned long flags = READ_ONCE(vma->vm_flags);
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(wanted); i++)
		if ((flags & wanted[i]) == wanted[i])
			return true;
	for (i = 0; i < BITS_PER_LONG; i++)
		if (flags & BIT(i) & VM_ACCESS_FLAGS)
			return true;
	return (flags >> 4) & 1;
}

// SPDX-License-Identifier: GPL-2.0-only
/* Readers that hand their parameter to readers. */
#include <linux/mm.h>

static unsigned long load(unsigned long *word)
{
	return READ_ONCE(*word);
}

static bool has_bits(unsigned long *flags, unsigned long bits)
{
	return (load(flags) & bits) == bits;
}

bool area_is_io(struct vm_area_struct *vma)
{
	return has_bits((unsigned long *)&vma->vm_flags, VM_IO);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Numbers below that of bits, in a loop and behind a test. */
/* API: typed */
#include <linux/bitops.h>
#include <linux/mm.h>

unsigned int area_count(const struct vm_area_struct *vma)
{
	unsigned int nr = 0;

	for (unsigned int i = 0; i < NUM_VMA_FLAG_BITS; i++)
		nr += !!(vma->vm_flags & (1UL << i));
	return nr;
}

bool area_has(const struct vm_area_struct *vma, unsigned int nr)
{
	if (nr >= NUM_VMA_FLAG_BITS)
		return false;
	return vma->vm_flags & BIT(nr);
}

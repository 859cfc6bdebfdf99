// SPDX-License-Identifier: GPL-2.0-only
/* A bit kept in an int that says nothing */
/* API: typed */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	int bit = VMA_IO_BIT; /* EXPECT: raw_bit: forgets it */

	return vma->vm_flags & BIT(bit);
}

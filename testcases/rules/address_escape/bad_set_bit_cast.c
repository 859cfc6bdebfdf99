// SPDX-License-Identifier: GPL-2.0-only
/* The cast first, then the bit operation. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	set_bit(14, (unsigned long *)&vma->vm_flags);
}

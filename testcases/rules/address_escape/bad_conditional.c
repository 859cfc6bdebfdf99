// SPDX-License-Identifier: GPL-2.0-only
/* One of two addresses is passed. */
#include <linux/mm.h>

void adjust(unsigned long *flags);

void area_adjust(struct vm_area_struct *vma, unsigned long *other)
{
	/* EXPECT-NEXT-LINE: address_escape */
	adjust(other ? other : (unsigned long *)&vma->vm_flags);
}

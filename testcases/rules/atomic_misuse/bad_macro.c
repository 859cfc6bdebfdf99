// SPDX-License-Identifier: GPL-2.0-only
/* The operation is in a macro of the driver. */
#include <linux/mm.h>

#define AREA_MARK(vma) set_bit(14, (unsigned long *)&(vma)->vm_flags)

void area_mark(struct vm_area_struct *vma)
{
	AREA_MARK(vma); /* EXPECT: atomic_misuse */
}

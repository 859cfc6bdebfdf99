// SPDX-License-Identifier: GPL-2.0-only
/* The complement of a bit number */
/* API: typed */
#include <linux/mm.h>

void area_hide(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_arithmetic: complement */
	vm_flags_reset(vma, vma->vm_flags & ~VMA_MAYREAD_BIT);
}

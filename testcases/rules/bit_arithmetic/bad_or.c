// SPDX-License-Identifier: GPL-2.0-only
/* Bit numbers or-ed as if they were masks */
/* API: typed */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_arithmetic */
	return vma->vm_flags & (VMA_IO_BIT | VMA_PFNMAP_BIT);
}

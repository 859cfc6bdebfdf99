// SPDX-License-Identifier: GPL-2.0-only
/* ACCESS_PRIVATE() of the bitmap outside the owners. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: private_access */
	ACCESS_PRIVATE(&vma->flags, __vma_flags)[0] |= VM_IO;
}

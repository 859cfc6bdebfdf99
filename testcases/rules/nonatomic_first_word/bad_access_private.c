// SPDX-License-Identifier: GPL-2.0-only
/* The macro for private members does not make an owner. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	ACCESS_PRIVATE(&vma->flags, __vma_flags)[0] |= VM_IO;
}

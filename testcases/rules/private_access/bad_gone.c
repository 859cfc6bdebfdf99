// SPDX-License-Identifier: GPL-2.0-only
/* The private word of 6.3 to 6.18, in a tree before or behind them. */
/* API: plain typed */
/* REJECTED(plain typed): there is no such member */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: private_access: no member of struct vm_area_struct */
	ACCESS_PRIVATE(vma, __vm_flags) |= VM_IO;
	vma->__vm_flags &= ~VM_IO; /* EXPECT: private_access */
	/* What comes behind is looked at all the same. */
	if (vma->vm_flags == VM_IO) /* EXPECT: exact_compare */
		return;
}

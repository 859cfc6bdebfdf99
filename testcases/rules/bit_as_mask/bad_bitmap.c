// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap of a VMA as if it were the word of masks. */
/* API: typed */
/* REJECTED(typed): a bitmap is no number */
#include <linux/mm.h>

int area_ask(struct vm_area_struct *vma)
{
	unsigned long flags = vma->flags; /* EXPECT: bit_as_mask: has a bitmap */

	if (vma->flags & VM_IO) /* EXPECT: bit_as_mask */
		return 1;
	if (VM_IO & vma->flags) /* EXPECT: bit_as_mask */
		return 2;
	vma->flags |= VM_LOCKED; /* EXPECT: bit_as_mask */
	if (vma->flags) /* EXPECT: bit_as_mask */
		return 3;
	return !vma->flags || flags; /* EXPECT: bit_as_mask */
}

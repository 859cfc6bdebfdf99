// SPDX-License-Identifier: GPL-2.0-only
/* A mask, as before 7.0, where the callee wants a bitmap now. */
/* API: typed */
/* REJECTED(typed): a mask is no bitmap */
#include <linux/mm.h>

void area_take(vma_flags_t flags);

void area_pass(struct vm_area_struct *vma)
{
	area_take(vma->vm_flags); /* EXPECT: mask_as_bit: a bitmap of bit numbers */
	area_take(VM_IO); /* EXPECT: mask_as_bit */
	if (vma->vm_flags == VM_IO) /* EXPECT: exact_compare */
		return;
}

vma_flags_t area_give(struct vm_area_struct *vma)
{
	vma_flags_t flags = vma->vm_flags; /* EXPECT: mask_as_bit */

	flags = VM_IO; /* EXPECT: mask_as_bit */
	return vma->vm_flags; /* EXPECT: mask_as_bit */
}

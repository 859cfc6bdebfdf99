// SPDX-License-Identifier: GPL-2.0-only
/* Every compound assignment operator is a write. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_churn(struct vm_area_struct *vma, unsigned long flags)
{
	vma->vm_flags &= ~VM_MAYWRITE; /* EXPECT: direct_write */
	vma->vm_flags ^= VM_SHARED;    /* EXPECT: direct_write */
	vma->vm_flags += flags;	       /* EXPECT: direct_write */
	vma->vm_flags -= flags;	       /* EXPECT: direct_write */
	vma->vm_flags *= flags;	       /* EXPECT: direct_write */
	vma->vm_flags /= flags;	       /* EXPECT: direct_write */
	vma->vm_flags %= flags;	       /* EXPECT: direct_write */
	vma->vm_flags <<= 1;	       /* EXPECT: direct_write */
	vma->vm_flags >>= 1;	       /* EXPECT: direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* Ported to the helpers of Linux 6.3, and built for a kernel before it. */
/* API: plain */
/* REJECTED(plain): nothing declares the helper */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO); /* EXPECT: missing_helper */
	vm_flags_mod(vma, VM_IO, VM_MAYWRITE); /* EXPECT: missing_helper */
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* A version number chooses, but the distribution took the new API back. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#define MAKE_VERSION(major, minor) ((major) * 256 + (minor))
#define DISTRIBUTION_VERSION	   MAKE_VERSION(5, 14)

void area_mark(struct vm_area_struct *vma)
{
#if DISTRIBUTION_VERSION >= MAKE_VERSION(6, 3)
	vm_flags_set(vma, VM_IO | VM_DONTEXPAND);
#else
	vma->vm_flags |= VM_IO | VM_DONTEXPAND; /* EXPECT: direct_write */
#endif
}

// SPDX-License-Identifier: GPL-2.0-only
/* A macro of several statements, used in two functions. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#define AREA_MARK(vma, flags)                  \
	do {                                   \
		(vma)->vm_flags |= (flags);    \
		(vma)->vm_private_data = NULL; \
	} while (0)

void area_mark_io(struct vm_area_struct *vma)
{
	AREA_MARK(vma, VM_IO); /* EXPECT: direct_write */
}

void area_mark_fixed(struct vm_area_struct *vma)
{
	AREA_MARK(vma, VM_DONTEXPAND | VM_DONTCOPY); /* EXPECT: direct_write */
}

/* SPDX-License-Identifier: GPL-2.0-only */
/* The wrapper that a driver keeps beside its sources. */
/* REJECTED(const typed): a const member does not take a write */
#ifndef _DIRECT_WRITE_BAD_INLINE_IN_HEADER_H
#define _DIRECT_WRITE_BAD_INLINE_IN_HEADER_H

static inline void driver_area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

#endif

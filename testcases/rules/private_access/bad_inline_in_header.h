/* SPDX-License-Identifier: GPL-2.0-only */
/* A copy of the kernel's helper, without its lock. */
#ifndef _PRIVATE_ACCESS_BAD_INLINE_IN_HEADER_H
#define _PRIVATE_ACCESS_BAD_INLINE_IN_HEADER_H

static inline void driver_flags_set(struct vm_area_struct *vma,
				    vm_flags_t flags)
{
	ACCESS_PRIVATE(vma, __vm_flags) |= flags; /* EXPECT: private_access */
}

#endif

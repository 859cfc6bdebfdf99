/* SPDX-License-Identifier: GPL-2.0-only */
/* Helpers of Linux 6.3 for kernels before it, as many modules have them. */
#ifndef VERSIONS_COMPAT_H
#define VERSIONS_COMPAT_H

#include <linux/mm.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
static inline void vm_flags_set(struct vm_area_struct *vma, unsigned long flags)
{
	vma->vm_flags |= flags;
}

static inline void vm_flags_clear(struct vm_area_struct *vma,
				  unsigned long flags)
{
	vma->vm_flags &= ~flags;
}
#endif

#endif

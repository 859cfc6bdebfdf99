/* SPDX-License-Identifier: GPL-2.0-only */
/* Advice that answers through a pointer to the caller's flags. */
#ifndef __LINUX_KSM_H
#define __LINUX_KSM_H

#include <linux/mm_types.h>
#include <uapi/linux/mman.h>

int ksm_madvise(struct vm_area_struct *vma, unsigned long start,
		unsigned long end, int advice, unsigned long *vm_flags);
int hugepage_madvise(struct vm_area_struct *vma, unsigned long *vm_flags,
		     int advice);

#endif

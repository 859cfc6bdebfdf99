/* SPDX-License-Identifier: GPL-2.0-only */
/* Advice that answers through a pointer to the caller's flags. */
#ifndef __LINUX_KSM_H
#define __LINUX_KSM_H

#include <linux/mm_types.h>

#define MADV_UNMERGEABLE 13

int ksm_madvise(struct vm_area_struct *vma, unsigned long start,
		unsigned long end, int advice, vm_flags_t *vm_flags);

#endif

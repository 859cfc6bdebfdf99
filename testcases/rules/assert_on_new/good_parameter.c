// SPDX-License-Identifier: GPL-2.0-only
/* A VMA in use, which the caller has locked. */
/* API: const typed */
#include <linux/mm.h>

void area_flags(struct vm_area_struct *vma, vm_flags_t flags);

void area_flags(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_reset(vma, flags);
}

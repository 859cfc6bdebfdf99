// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that is handed in may be locked already. */
/* API: const typed */
#include <linux/mm.h>

void area_reset(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_reset(vma, flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* What kind of VMA this is, the caller knows. */
/* API: const typed */
#include <linux/mm.h>

void area_set(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_init(vma, flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Two mappings, one flag each. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *one, struct vm_area_struct *other)
{
	vm_flags_set(one, VM_PFNMAP);
	vm_flags_set(other, VM_MIXEDMAP);
}

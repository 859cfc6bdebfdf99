// SPDX-License-Identifier: GPL-2.0-only
/* One of them, by what the device is. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma, bool has_pages)
{
	if (has_pages)
		vm_flags_set(vma, VM_MIXEDMAP);
	else
		vm_flags_set(vma, VM_PFNMAP);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The first of them only where the device is old. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, bool is_old)
{
	if (is_old)
		vm_flags_set(vma, VM_PFNMAP);
	vm_flags_set(vma, VM_MIXEDMAP); /* EXPECT: exclusive_flags */
	return 0;
}

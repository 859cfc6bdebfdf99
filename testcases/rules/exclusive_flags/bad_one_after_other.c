// SPDX-License-Identifier: GPL-2.0-only
/* One after the other. */
/* API: const typed */
#include <linux/mm.h>

int area_check(struct vm_area_struct *vma);

int area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_PFNMAP);
	if (area_check(vma))
		return -22;
	vm_flags_set(vma, VM_MIXEDMAP); /* EXPECT: exclusive_flags: second */
	return 0;
}

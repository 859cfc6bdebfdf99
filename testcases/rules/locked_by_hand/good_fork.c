// SPDX-License-Identifier: GPL-2.0-only
/* The copy for another mm was not counted. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *copy_area(struct vm_area_struct *old);

struct vm_area_struct *copy_area(struct vm_area_struct *old)
{
	struct vm_area_struct *vma = vm_area_dup(old);

	if (vma)
		vm_flags_clear(vma, VM_LOCKED);
	return vma;
}

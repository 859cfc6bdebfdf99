// SPDX-License-Identifier: GPL-2.0-only
/* Found or made: on one of the ways it is new. */
/* API: const typed */
#include <linux/mm.h>

void area_get(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma = find_vma(mm, at);
	bool is_new = !vma;

	if (!vma)
		vma = vm_area_alloc(mm);
	if (is_new)
		vm_flags_init(vma, VM_READ);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A new VMA gets its flags by the helper for that. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *make_area(struct mm_struct *mm);

struct vm_area_struct *make_area(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (vma)
		vm_flags_init(vma, VM_READ);
	return vma;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A lookup of another file has no name here. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *ring_area(struct mm_struct *mm);

void ring_keep(struct mm_struct *mm)
{
	struct vm_area_struct *vma = ring_area(mm);

	vm_flags_init(vma, VM_READ); /* KNOWN-MISS: init_on_live */
}

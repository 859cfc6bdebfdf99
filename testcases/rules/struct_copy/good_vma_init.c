// SPDX-License-Identifier: GPL-2.0-only
/* vma_init() itself fills the VMA. */
#include <linux/mm.h>

void area_prepare(struct mm_struct *mm, struct vm_area_struct *spare)
{
	struct vm_area_struct pseudo;

	vma_init(&pseudo, mm);
	vma_init(spare, mm);
	flush_range(&pseudo, 0, 1);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A VMA is overwritten by a literal. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_rebuild(struct vm_area_struct *vma, struct mm_struct *mm)
{
	*vma = (struct vm_area_struct){ .vm_mm = mm }; /* EXPECT: struct_copy */
}

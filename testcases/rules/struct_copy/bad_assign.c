// SPDX-License-Identifier: GPL-2.0-only
/* One VMA is assigned to another, locks, lists and all. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_clone(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	*vma = *other; /* EXPECT: struct_copy: vm_area_struct */
}

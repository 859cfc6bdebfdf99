// SPDX-License-Identifier: GPL-2.0-only
/* The old way to duplicate, under a new name. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct vm_area_struct *area_clone(struct vm_area_struct *orig)
{
	struct vm_area_struct *new = vm_area_alloc(orig->vm_mm);

	if (new)
		*new = data_race(*orig); /* EXPECT: struct_copy */
	return new;
}

// SPDX-License-Identifier: GPL-2.0-only
/* memcpy() of a whole VMA. */
#include <linux/mm.h>

struct vm_area_struct *area_clone(struct vm_area_struct *orig)
{
	struct vm_area_struct *new = vm_area_alloc(orig->vm_mm);

	if (new)
		/* EXPECT-NEXT-LINE: struct_copy: vm_area_struct */
		memcpy(new, orig, sizeof(*new));
	return new;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The size is that of the type. */
#include <linux/mm.h>

void area_clone(struct vm_area_struct *vma, const struct vm_area_struct *other)
{
	/* EXPECT-NEXT-LINE: struct_copy */
	memcpy(vma, other, sizeof(struct vm_area_struct));
}

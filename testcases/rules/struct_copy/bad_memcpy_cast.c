// SPDX-License-Identifier: GPL-2.0-only
/* Casts of the addresses hide the type from the reader only. */
#include <linux/mm.h>

void area_clone(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	/* EXPECT-NEXT-LINE: struct_copy */
	memcpy((void *)vma, (const void *)other, sizeof(*vma));
}

// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that others may see is filled with zeroes. */
#include <linux/mm.h>

void area_forget(struct vm_area_struct *vma)
{
	memset(vma, 0, sizeof(*vma)); /* EXPECT: struct_copy */
}

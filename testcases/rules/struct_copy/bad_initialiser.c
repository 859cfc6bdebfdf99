// SPDX-License-Identifier: GPL-2.0-only
/* A copy on the stack, made by the initialiser. */
#include <linux/mm.h>

void area_flush(struct vm_area_struct *vma)
{
	struct vm_area_struct copy = *vma; /* EXPECT: struct_copy */

	flush_range(&copy, copy.vm_start, copy.vm_end);
}

// SPDX-License-Identifier: GPL-2.0-only
/* memcpy() of a whole VMA to the stack. */
#include <linux/mm.h>

void area_flush(struct vm_area_struct *vma)
{
	struct vm_area_struct copy;

	memcpy(&copy, vma, sizeof(copy)); /* EXPECT: struct_copy */
	flush_range(&copy, copy.vm_start, copy.vm_end);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A parameter that became a bool while its callers kept the word */
#include <linux/mm.h>

void area_map(unsigned long address, bool is_writable);

void area_fill(struct vm_area_struct *vma)
{
	area_map(vma->vm_start, vma->vm_flags); /* EXPECT: word_as_truth */
}

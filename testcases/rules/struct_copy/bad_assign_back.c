// SPDX-License-Identifier: GPL-2.0-only
/* A saved copy is put back. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_try(struct vm_area_struct *vma, struct vm_area_struct *saved)
{
	flush_range(vma, vma->vm_start, vma->vm_end);
	*vma = saved[0]; /* EXPECT: struct_copy */
}

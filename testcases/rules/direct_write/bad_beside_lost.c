// SPDX-License-Identifier: GPL-2.0-only
/* A statement of the same function is lost; a store is wrong by itself. */
/* ERRORS: names that nobody declares */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (!mm)
		return undeclared_error;
	undeclared_count++;
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
	return undeclared_count;
}

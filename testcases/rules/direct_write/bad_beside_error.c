// SPDX-License-Identifier: GPL-2.0-only
/* Another function does not compile; the finding is not lost. */
/* ERRORS: a name that nobody declares */
#include <linux/mm.h>

int area_count(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO ? undeclared_count : 0;
}

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
}

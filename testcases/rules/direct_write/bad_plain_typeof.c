// SPDX-License-Identifier: GPL-2.0-only
/* typeof() of the member gives the pointer its type. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	typeof(vma->vm_flags) *flags = &vma->vm_flags;
	__auto_type again = &vma->vm_flags;

	*flags |= VM_IO; /* EXPECT: direct_write */
	*again |= VM_IO; /* EXPECT: direct_write */
}

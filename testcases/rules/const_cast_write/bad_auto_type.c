// SPDX-License-Identifier: GPL-2.0-only
/* __auto_type takes over the type of the cast. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	__auto_type flags = (unsigned long *)&vma->vm_flags;

	*flags |= VM_IO; /* EXPECT: const_cast_write */
}

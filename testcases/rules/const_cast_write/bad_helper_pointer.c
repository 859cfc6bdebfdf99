// SPDX-License-Identifier: GPL-2.0-only
/* The helper's result is kept in a variable first. */
/* API: const typed */
#include <linux/mm.h>

static unsigned long *area_flags(struct vm_area_struct *vma)
{
	return (unsigned long *)&vma->vm_flags;
}

void area_mark(struct vm_area_struct *vma)
{
	unsigned long *flags = area_flags(vma);

	*flags |= VM_IO; /* EXPECT: const_cast_write */
}

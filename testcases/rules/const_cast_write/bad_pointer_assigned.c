// SPDX-License-Identifier: GPL-2.0-only
/* The pointer is declared first and set later. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, int on)
{
	unsigned long *flags;

	flags = (unsigned long *)&vma->vm_flags;
	if (on)
		*flags |= VM_IO; /* EXPECT: const_cast_write */
	else
		*flags &= ~VM_IO; /* EXPECT: const_cast_write */
}

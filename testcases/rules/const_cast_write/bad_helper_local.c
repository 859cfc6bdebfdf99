// SPDX-License-Identifier: GPL-2.0-only
/* The helper keeps the pointer in a variable before it returns it. */
/* API: const typed */
#include <linux/mm.h>

static unsigned long *area_flags(struct vm_area_struct *vma)
{
	unsigned long *flags = (unsigned long *)&vma->vm_flags;

	return flags;
}

void area_mark(struct vm_area_struct *vma)
{
	*area_flags(vma) |= VM_IO; /* EXPECT: const_cast_write */
}

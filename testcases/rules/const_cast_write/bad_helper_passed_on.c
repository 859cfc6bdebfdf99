// SPDX-License-Identifier: GPL-2.0-only
/* A static helper whose pointer is only handed on: both places are at fault. */
/* API: const typed */
#include <linux/mm.h>

void adjust(unsigned long *word);

static unsigned long *area_flags(struct vm_area_struct *vma)
{
	return (unsigned long *)&vma->vm_flags; /* EXPECT: const_cast_write */
}

void area_mark(struct vm_area_struct *vma)
{
	adjust(area_flags(vma)); /* EXPECT: address_escape */
}

// SPDX-License-Identifier: GPL-2.0-only
/* Incrementing through the cast. */
/* API: const typed */
#include <linux/mm.h>

void area_count(struct vm_area_struct *vma)
{
	++*(unsigned long *)&vma->vm_flags;   /* EXPECT: const_cast_write */
	(*(unsigned long *)&vma->vm_flags)--; /* EXPECT: const_cast_write */
}

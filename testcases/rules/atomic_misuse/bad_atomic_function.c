// SPDX-License-Identifier: GPL-2.0-only
/* A function of the atomic family. */
#include <linux/mm.h>

void atomic_long_or(unsigned long mask, unsigned long *word);

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: atomic_misuse */
	atomic_long_or(VM_IO, (unsigned long *)&vma->vm_flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* The word has another name by then. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	unsigned long *word = (unsigned long *)&vma->vm_flags;

	set_bit(14, word); /* EXPECT: atomic_misuse */
}

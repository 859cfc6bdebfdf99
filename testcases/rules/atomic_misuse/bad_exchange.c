// SPDX-License-Identifier: GPL-2.0-only
/* An exchange in a loop. */
#include <linux/mm.h>

unsigned long cmpxchg(unsigned long *word, unsigned long old,
		      unsigned long new);

void area_mark(struct vm_area_struct *vma)
{
	unsigned long old;

	do {
		old = vma->vm_flags;
		/* EXPECT-NEXT-LINE: atomic_misuse */
	} while (cmpxchg((unsigned long *)&vma->vm_flags, old, old | VM_IO) !=
		 old);
}

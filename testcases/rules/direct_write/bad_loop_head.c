// SPDX-License-Identifier: GPL-2.0-only
/* Writes in the head of a loop. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_spin(struct vm_area_struct *vma, int turns)
{
	for (vma->vm_flags = 0;		 /* EXPECT: direct_write */
	     turns; vma->vm_flags <<= 1) /* EXPECT: direct_write */
		turns--;
}

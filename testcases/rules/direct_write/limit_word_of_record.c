// SPDX-License-Identifier: GPL-2.0-only
/* The record seen as an array of words, or at a bare offset. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	((unsigned long *)vma)[4] |= VM_IO; /* KNOWN-MISS: direct_write */
	/* KNOWN-MISS-NEXT-LINE: direct_write */
	*(unsigned long *)((char *)vma + 32) |= VM_IO;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A union turns the VMA into words. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	union {
		struct vm_area_struct *vma;
		unsigned long *words;
	} view = { .vma = vma };

	view.words[4] |= VM_IO; /* KNOWN-MISS: direct_write */
}

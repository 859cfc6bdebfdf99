// SPDX-License-Identifier: GPL-2.0-only
/* A reader called through a pointer looks like any function. */
#include <linux/mm.h>

static unsigned long load(unsigned long *word)
{
	return *word;
}

unsigned long area_peek(struct vm_area_struct *vma)
{
	unsigned long (*get)(unsigned long *word) = load;

	/* KNOWN-FALSE-NEXT-LINE: address_escape */
	return get((unsigned long *)&vma->vm_flags);
}

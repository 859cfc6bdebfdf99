// SPDX-License-Identifier: GPL-2.0-only
/* The record seen as an array of words. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	((unsigned long *)vma)[4] |= VM_IO; /* KNOWN-MISS: const_cast_write */
}

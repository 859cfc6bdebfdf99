// SPDX-License-Identifier: GPL-2.0-only
/* The compiler's own atomics are no calls to the parser. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* KNOWN-MISS-NEXT-LINE: atomic_misuse */
	__atomic_fetch_or((unsigned long *)&vma->vm_flags, VM_IO,
			  __ATOMIC_SEQ_CST);
}

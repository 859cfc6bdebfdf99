// SPDX-License-Identifier: GPL-2.0-only
/* A struct of the same layout without the const. */
/* API: const typed */
#include <linux/mm.h>

struct open_area {
	unsigned long start;
	unsigned long end;
	void *mm;
	unsigned long prot;
	unsigned long flags;
};

void area_mark(struct vm_area_struct *vma)
{
	/* KNOWN-MISS-NEXT-LINE: const_cast_write */
	((struct open_area *)vma)->flags |= VM_IO;
}

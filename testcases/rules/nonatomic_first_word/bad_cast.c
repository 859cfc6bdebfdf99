// SPDX-License-Identifier: GPL-2.0-only
/* A cast of the whole bitmap. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	*(unsigned long *)&vma->flags |= VM_IO;
}

// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap's word is written through a cast of the whole. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	*(unsigned long *)&vma->flags |= VM_IO; /* EXPECT: const_cast_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The address is computed with offsetof(). */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: direct_write */
	*(unsigned long *)((char *)vma +
			   offsetof(struct vm_area_struct, vm_flags)) |= VM_IO;
}

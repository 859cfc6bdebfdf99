// SPDX-License-Identifier: GPL-2.0-only
/* An index instead of a star. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: const_cast_write */
	((unsigned long *)&vma->vm_flags)[0] |= VM_IO;
}

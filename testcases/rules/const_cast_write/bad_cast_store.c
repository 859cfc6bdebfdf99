// SPDX-License-Identifier: GPL-2.0-only
/* The cast that was offered as a fix when the member became const. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	unsigned long new_flags = vma->vm_flags | VM_DONTCOPY;

	/* EXPECT-NEXT-LINE: const_cast_write: vm_flags */
	*(unsigned long *)&vma->vm_flags = new_flags;
}

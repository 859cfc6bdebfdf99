// SPDX-License-Identifier: GPL-2.0-only
/* The write is an argument of a call, and of a call in a call. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

unsigned long note(unsigned long flags);

void area_mark(struct vm_area_struct *vma)
{
	note(vma->vm_flags |= VM_IO);	     /* EXPECT: direct_write */
	note(note(vma->vm_flags = VM_READ)); /* EXPECT: direct_write */
}

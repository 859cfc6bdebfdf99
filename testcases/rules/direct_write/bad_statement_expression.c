// SPDX-License-Identifier: GPL-2.0-only
/* The write sits in a statement expression. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

unsigned long area_mark(struct vm_area_struct *vma)
{
	return ({
		unsigned long old = vma->vm_flags;

		vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
		old;
	});
}

// SPDX-License-Identifier: GPL-2.0-only
/* The cast and the store in a statement expression. */
/* API: const typed */
#include <linux/mm.h>

unsigned long area_mark(struct vm_area_struct *vma)
{
	return ({
		unsigned long *word = (unsigned long *)&vma->vm_flags;

		*word |= VM_IO; /* EXPECT: const_cast_write */
	});
}

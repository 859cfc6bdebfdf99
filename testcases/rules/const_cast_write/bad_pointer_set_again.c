// SPDX-License-Identifier: GPL-2.0-only
/* The pointer once looked at a local word. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	unsigned long scratch = 0;
	unsigned long *flags = &scratch;

	*flags |= VM_IO;
	flags = (unsigned long *)&vma->vm_flags;
	*flags |= VM_IO; /* EXPECT: const_cast_write */
}

// SPDX-License-Identifier: GPL-2.0-only
/* No cast at all: the compiler only warns about the lost const. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_t *flags = &vma->vm_flags;

	*flags |= VM_IO; /* EXPECT: const_cast_write */
}

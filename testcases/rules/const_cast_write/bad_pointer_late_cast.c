// SPDX-License-Identifier: GPL-2.0-only
/* The const goes when the pointer is written through. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	const vm_flags_t *flags = &vma->vm_flags;

	*(vm_flags_t *)flags |= VM_IO; /* EXPECT: const_cast_write */
}

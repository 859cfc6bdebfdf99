// SPDX-License-Identifier: GPL-2.0-only
/* A pointer copied from a pointer. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_t *flags = (vm_flags_t *)&vma->vm_flags;
	vm_flags_t *copy;

	copy = flags;
	*copy = VM_READ; /* EXPECT: const_cast_write */
}

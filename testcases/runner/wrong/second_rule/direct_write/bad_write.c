// SPDX-License-Identifier: GPL-2.0-only
/* Expects another rule's finding. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO; /* EXPECT: struct_copy, direct_write */
}

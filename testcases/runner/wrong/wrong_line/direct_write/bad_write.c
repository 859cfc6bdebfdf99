// SPDX-License-Identifier: GPL-2.0-only
/* The expectation stands one line too early. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{ /* EXPECT: direct_write */
	vma->vm_flags |= VM_IO;
}

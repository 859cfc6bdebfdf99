// SPDX-License-Identifier: GPL-2.0-only
/* A bad_ file that expects nothing of its rule. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}

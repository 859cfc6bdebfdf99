// SPDX-License-Identifier: GPL-2.0-only
/* Expects nothing where there is a finding. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}

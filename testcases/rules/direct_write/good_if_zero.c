// SPDX-License-Identifier: GPL-2.0-only
/* Text that no configuration compiles. */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
#if 0
	vma->vm_flags |= VM_IO;
#endif
	vma->vm_private_data = NULL;
}

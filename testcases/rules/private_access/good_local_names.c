// SPDX-License-Identifier: GPL-2.0-only
/* Variables that only have such a name. */
#include <linux/mm.h>

unsigned long names(struct vm_area_struct *vma)
{
	unsigned long __vm_flags = vma->vm_flags;
	unsigned long __vma_flags[1] = { __vm_flags };

	__vm_flags |= VM_IO;
	__vma_flags[0] |= __vm_flags;
	return __vma_flags[0];
}

// SPDX-License-Identifier: GPL-2.0-only
/* A function that is no handler of mmap. */
#include <linux/mm.h>

int may_touch(struct vm_area_struct *vma);

int may_touch(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	return 0;
}

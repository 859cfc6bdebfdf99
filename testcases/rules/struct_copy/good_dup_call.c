// SPDX-License-Identifier: GPL-2.0-only
/* Duplicating with the function that is there for it. */
#include <linux/mm.h>

int area_split(struct mm_struct *mm, struct vm_area_struct *vma,
	       unsigned long address)
{
	struct vm_area_struct *new = vm_area_dup(vma);

	if (!new)
		return -ENOMEM;
	new->vm_start = address;
	new->vm_pgoff += address - vma->vm_start;
	return insert_vm_struct(mm, new);
}

// SPDX-License-Identifier: GPL-2.0-only
/* A copy that is not linked yet, beside the one that is. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *area_split(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma = find_vma(mm, at);
	struct vm_area_struct *copy = vma ? vm_area_dup(vma) : NULL;

	if (copy)
		vm_flags_init(copy, vma->vm_flags & ~VM_DONTCOPY);
	return copy;
}

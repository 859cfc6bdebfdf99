// SPDX-License-Identifier: GPL-2.0-only
/* Constant masks in a question about the configuration, or in no mask. */
#include <linux/mm.h>

bool area_can_grow(void)
{
	return VM_GROWSDOWN || VM_GROWSUP;
}

int area_kinds(const struct vm_area_struct *vma)
{
	int nr = !VM_DROPPABLE;

	if (!VM_GROWSUP && !(vma->vm_flags & VM_GROWSDOWN))
		nr |= 2;
	nr += !(VM_DROPPABLE || VM_GROWSUP);
	return nr;
}

// SPDX-License-Identifier: GPL-2.0-only
/* New flags in a word, a test in a bool */
#include <linux/mm.h>

int area_lock(struct vm_area_struct *vma, vm_flags_t newflags)
{
	vm_flags_t flags = newflags;
	bool lock = newflags & VM_DROPPABLE;
	int huge = !!(newflags & VM_DROPPABLE);

	return flags == 0 && lock ? 1 : huge;
}

// SPDX-License-Identifier: GPL-2.0-only
/* All of the word and one flag more is what a set does. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma, unsigned long wanted)
{
	unsigned long flags = vma->vm_flags;
	unsigned long other = wanted & ~VM_IO;

	vm_flags_set(vma, flags | VM_DONTCOPY);
	vm_flags_set(vma, other | VM_DONTCOPY);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Each word is tested for what it holds */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

bool area_restore(struct vm_area_struct *vma, unsigned long prot)
{
	unsigned long orig_flags = vma->vm_flags;
	unsigned long options = MAP_PRIVATE;

	if (prot & PROT_SEM)
		return false;
	if (orig_flags & VM_SHARED)
		options = MAP_SHARED;
	return options & MAP_SHARED;
}

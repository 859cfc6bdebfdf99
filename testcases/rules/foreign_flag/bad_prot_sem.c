// SPDX-License-Identifier: GPL-2.0-only
/* Saved flags tested for PROT_, saved options for VM_ (2008) */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

bool area_restore(struct vm_area_struct *vma)
{
	unsigned long orig_flags = vma->vm_flags;
	unsigned long options = MAP_PRIVATE;

	if (orig_flags & PROT_SEM) /* EXPECT: foreign_flag: VM_SHARED */
		return false;
	if (orig_flags & VM_WRITE)
		options |= MAP_FIXED;
	return options & VM_SHARED; /* EXPECT: foreign_flag: mmap() options */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The flags rest in a structure in between. */
/* API: typed */
#include <linux/mm.h>

struct change {
	vm_flags_t flags;
};

void area_lock(struct vm_area_struct *vma, struct change *change)
{
	change->flags = vma->vm_flags | VM_LOCKED;
	vma_start_write(vma);
	vm_flags_reset(vma, change->flags); /* KNOWN-MISS: stale_sample */
}

// SPDX-License-Identifier: GPL-2.0-only
/* A flag is added to the copy after it was stored; the VMA misses it. */
/* API: typed */
#include <linux/mm.h>

void area_fill(struct vm_area_struct *vma, vm_flags_t flags, bool dirty)
{
	vma_start_write(vma);
	vm_flags_reset(vma, flags);
	if (dirty)
		flags |= VM_SOFTDIRTY; /* KNOWN-MISS: stale_sample */
}

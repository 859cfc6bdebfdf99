// SPDX-License-Identifier: GPL-2.0-only
/* The caller reads, the function of the file locks and stores. */
/* API: typed */
#include <linux/mm.h>

static void area_apply(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_start_write(vma);
	vm_flags_reset(vma, flags); /* EXPECT: stale_sample */
}

void area_lock(struct vm_area_struct *vma)
{
	area_apply(vma, vma->vm_flags | VM_LOCKED);
}

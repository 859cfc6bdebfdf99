// SPDX-License-Identifier: GPL-2.0-only
/* The flags are of the time before the mmap lock. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	mmap_write_lock(vma->vm_mm);
	vma_start_write(vma);
	/* EXPECT-NEXT-LINE: stale_sample: before the mmap lock */
	vm_flags_reset(vma, flags | VM_DONTCOPY);
	mmap_write_unlock(vma->vm_mm);
}

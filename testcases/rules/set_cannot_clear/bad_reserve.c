// SPDX-License-Identifier: GPL-2.0-only
/* One flag was to go, and all others came; from a vendor's memory pools. */
/* API: const typed */
#include <linux/mm.h>

#define VM_POOLED VM_MIXEDMAP

void area_reserve(struct mm_struct *mm, unsigned long start, unsigned long len)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, start);
	if (vma && vma->vm_start < start + len)
		vm_flags_set(vma, ~VM_POOLED); /* EXPECT: set_cannot_clear */
	mmap_write_unlock(mm);
}

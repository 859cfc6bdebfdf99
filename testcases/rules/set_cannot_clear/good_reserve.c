// SPDX-License-Identifier: GPL-2.0-only
/* As bad_reserve, with the helper that takes flags away. */
/* API: const typed */
#include <linux/mm.h>

#define VM_POOLED VM_MIXEDMAP

void area_reserve(struct mm_struct *mm, unsigned long start, unsigned long len)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, start);
	if (vma && vma->vm_start < start + len)
		vm_flags_clear(vma, VM_POOLED);
	mmap_write_unlock(mm);
}

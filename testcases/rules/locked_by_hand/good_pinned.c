// SPDX-License-Identifier: GPL-2.0-only
/* As bad_pinned: pages that are pinned stay, and need no flag. */
/* API: const typed */
#include <linux/mm.h>

int pin_area(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A VMA from a lookup gets its flags as if it were new. */
/* API: const typed */
#include <linux/mm.h>

int area_keep(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		/* EXPECT-NEXT-LINE: init_on_live: came out of a lookup */
		vm_flags_init(vma, vma->vm_flags | VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* That the VMA is locked does not make it new. */
/* API: const typed */
#include <linux/mm.h>

/* As a module did when it was moved to 6.3: the VMA is in the tree. */
int segment_attach(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = vma_lookup(mm, address);
	if (!vma) {
		mmap_write_unlock(mm);
		return -14;
	}
	vma_start_write(vma);
	/* EXPECT-NEXT-LINE: init_on_live */
	vm_flags_init(vma, vma->vm_flags | VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

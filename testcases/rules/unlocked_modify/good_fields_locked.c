// SPDX-License-Identifier: GPL-2.0-only
/* The lock comes before the first field. */
/* API: const typed */
#include <linux/mm.h>

int area_protect(struct mm_struct *mm, unsigned long at, pgprot_t prot)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma) {
		vma_start_write(vma);
		vma->vm_page_prot = prot;
		vm_flags_clear(vma, VM_WRITE);
	}
	mmap_write_unlock(mm);
	return 0;
}

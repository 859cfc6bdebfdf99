// SPDX-License-Identifier: GPL-2.0-only
/* Fields change before the helper takes the lock, as in 6.3 to 6.5. */
/* API: const typed */
#include <linux/mm.h>

int area_protect(struct mm_struct *mm, unsigned long address, pgprot_t prot)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma) {
		vma->vm_page_prot = prot;
		/* EXPECT-NEXT-LINE: unlocked_modify: another field */
		vm_flags_clear(vma, VM_WRITE);
	}
	mmap_write_unlock(mm);
	return 0;
}

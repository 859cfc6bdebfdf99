// SPDX-License-Identifier: GPL-2.0-only
/* The port of an old module to the helper for VMAs that nobody sees yet. */
/* API: const typed */
#include <linux/mm.h>

int live_attach(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		vm_flags_init(vma, VM_IO); /* EXPECT: init_on_live */
	mmap_write_unlock(mm);
	return 0;
}

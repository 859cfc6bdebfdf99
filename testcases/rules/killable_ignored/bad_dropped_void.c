// SPDX-License-Identifier: GPL-2.0-only
/* A cast to void says it aloud, and mends nothing. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	(void)mmap_write_trylock(mm);
	vma = find_vma(mm, at);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: killable_ignored */
	mmap_write_unlock(mm);
}

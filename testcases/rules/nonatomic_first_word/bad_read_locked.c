// SPDX-License-Identifier: GPL-2.0-only
/* The read lock does not keep the setter out. */
/* API: typed */
#include <linux/mm.h>

bool area_may_guard(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;
	bool found = false;

	mmap_read_lock(mm);
	vma = find_vma(mm, at);
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	if (vma && (vma->vm_flags & VM_MAYBE_GUARD))
		found = true;
	mmap_read_unlock(mm);
	return found;
}

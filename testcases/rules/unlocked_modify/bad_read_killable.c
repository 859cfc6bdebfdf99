// SPDX-License-Identifier: GPL-2.0-only
/* The killable read lock, with its error path. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	if (mmap_read_lock_killable(mm))
		return -4;
	vma = vma_lookup(mm, address);
	if (!vma)
		goto out;
	/* EXPECT-NEXT-LINE: unlocked_modify */
	vm_flags_mod(vma, VM_DONTCOPY, VM_DONTCOPY);
out:
	mmap_read_unlock(mm);
	return 0;
}

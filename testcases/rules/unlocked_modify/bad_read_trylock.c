// SPDX-License-Identifier: GPL-2.0-only
/* A read lock that may fail is still a read lock when it does not. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	if (!mmap_read_trylock(mm))
		return -11;
	vma = vma_lookup(mm, address);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: unlocked_modify */
	mmap_read_unlock(mm);
	return 0;
}

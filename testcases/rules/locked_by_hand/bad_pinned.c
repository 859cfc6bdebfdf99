// SPDX-License-Identifier: GPL-2.0-only
/* Pinned user memory is marked under a read lock, as by a VM monitor. */
/* API: const typed */
#include <linux/mm.h>

int pin_area(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_read_lock(mm);
	vma = find_vma(mm, address);
	if (vma) {
		/* EXPECT-NEXT-LINE: locked_by_hand, unlocked_modify */
		vm_flags_set(vma, VM_DONTCOPY | VM_LOCKED);
	}
	mmap_read_unlock(mm);
	return 0;
}

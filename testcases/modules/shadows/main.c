// SPDX-License-Identifier: GPL-2.0-only
/* API: const typed */
/* The helpers by other names: they need the same lock as the helpers. */
#include "shadows.h"

int shadows_change(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_read_lock(mm);
	vma = find_vma(mm, address);
	if (vma) {
		/* EXPECT-NEXT-LINE: direct_write, unlocked_modify: vm_flags_set() */
		vm_flags_set(vma, VM_DONTCOPY);
		shadows_mod(vma, VM_IO, 0); /* EXPECT: unlocked_modify */
		shadows_clear(vma, VM_IO); /* EXPECT: unlocked_modify */
		shadows_clear_io(vma); /* EXPECT: unlocked_modify */
	}
	mmap_read_unlock(mm);
	return 0;
}

int shadows_change_locked(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		shadows_clear_io(vma);
	mmap_write_unlock(mm);
	return 0;
}

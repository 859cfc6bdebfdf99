// SPDX-License-Identifier: GPL-2.0-only
/* A public function looks at the result for its callers. */
/* API: const typed */
#include <linux/mm.h>

int area_lock(struct mm_struct *mm)
{
	if (mmap_write_lock_killable(mm))
		return -EINTR;
	return 0;
}

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	if (area_lock(mm))
		return -EINTR;
	vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}

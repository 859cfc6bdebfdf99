// SPDX-License-Identifier: GPL-2.0-only
/* An error code keeps the failure, and the change asks for it. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret = 0;

	if (mmap_write_lock_killable(mm))
		ret = -4;
	if (!ret) {
		vm_flags_set(vma, VM_IO);
		mmap_write_unlock(mm);
	}
	return ret;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A function is asked what the result means. */
/* API: const typed */
#include <linux/mm.h>

bool area_failed(int ret);

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret = mmap_write_lock_killable(mm);

	if (area_failed(ret))
		return ret;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

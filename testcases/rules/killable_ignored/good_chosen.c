// SPDX-License-Identifier: GPL-2.0-only
/* One of two ways to lock, tested at one place. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma, bool wait)
{
	int ret;

	if (wait)
		ret = mmap_write_lock_killable(mm);
	else
		ret = mmap_write_trylock(mm) ? 0 : -11;
	if (ret)
		return ret;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

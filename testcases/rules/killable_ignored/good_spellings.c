// SPDX-License-Identifier: GPL-2.0-only
/* Each way to ask a result, the right way round. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	int ret;

	if (mmap_write_lock_killable(mm) < 0)
		return -4;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	ret = mmap_write_lock_killable(mm);
	if (ret < 0)
		return ret;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	if ((ret = mmap_write_lock_killable(mm)) != 0)
		return ret;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	ret = mmap_write_lock_killable(mm);
	if (unlikely(ret == -4))
		goto out;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
out:
	return ret;
}

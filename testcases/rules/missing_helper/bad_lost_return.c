// SPDX-License-Identifier: GPL-2.0-only
/* A name of another kernel costs a return, and the lock that it hangs on. */
/* API: const */
/* REJECTED(const): nothing declares the name */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	if (mmap_write_lock_killable(mm))
		return VMA_IO_BIT; /* EXPECT: missing_helper */
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A variable holds the opposite of the result. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, struct vm_area_struct *vma)
{
	bool busy = !mmap_write_trylock(mm);

	if (busy)
		return -11;
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	return 0;
}

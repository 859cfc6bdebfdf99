// SPDX-License-Identifier: GPL-2.0-only
/* Whatever VMA it is: the read lock that is taken here is not enough. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct vm_area_struct *vma)
{
	mmap_read_lock(vma->vm_mm);
	vm_flags_clear(vma, VM_DONTDUMP); /* EXPECT: unlocked_modify */
	mmap_read_unlock(vma->vm_mm);
	return 0;
}

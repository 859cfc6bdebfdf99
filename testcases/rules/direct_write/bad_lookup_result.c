// SPDX-License-Identifier: GPL-2.0-only
/* The VMA comes right out of a lookup. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void address_mark(struct mm_struct *mm, unsigned long address)
{
	mmap_write_lock(mm);
	find_vma(mm, address)->vm_flags |= VM_IO; /* EXPECT: direct_write */
	mmap_write_unlock(mm);
}

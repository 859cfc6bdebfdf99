// SPDX-License-Identifier: GPL-2.0-only
/* The VMA comes right out of a lookup. */
/* API: const typed */
#include <linux/mm.h>

void address_mark(struct mm_struct *mm, unsigned long address)
{
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(unsigned long *)&find_vma(mm, address)->vm_flags |= VM_IO;
}

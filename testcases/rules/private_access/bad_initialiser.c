// SPDX-License-Identifier: GPL-2.0-only
/* The private member in the initialiser of a pseudo VMA. */
/* API: const */
#include <linux/mm.h>

void range_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma = {
		.vm_mm = mm, .__vm_flags = VM_EXEC, /* EXPECT: private_access */
	};

	flush_range(&vma, start, end);
}

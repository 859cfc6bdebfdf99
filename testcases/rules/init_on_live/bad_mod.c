// SPDX-License-Identifier: GPL-2.0-only
/* The helper without a lock, on a VMA from a lookup. */
/* API: const typed */
#include <linux/mm.h>

void area_keep(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct *vma = find_vma_intersection(mm, start, end);

	if (vma)
		/* EXPECT-NEXT-LINE: init_on_live */
		__vm_flags_mod(vma, VM_DONTCOPY, VM_DONTCOPY);
}

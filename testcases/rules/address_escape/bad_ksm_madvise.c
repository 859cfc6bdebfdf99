// SPDX-License-Identifier: GPL-2.0-only
/* Advice that answers through the VMA's own flags (two arches, before 6.3). */
#include <linux/ksm.h>
#include <linux/mm.h>

int guest_unmerge(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = vma_lookup(mm, address);

	/* EXPECT-NEXT-LINE: address_escape */
	return ksm_madvise(vma, vma->vm_start, vma->vm_end, MADV_UNMERGEABLE,
			   &vma->vm_flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Memory of guests is not to be merged. */
#include <linux/ksm.h>
#include <linux/mm.h>

int guest_unmerge(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = find_vma(mm, address);

	return ksm_madvise(vma, vma->vm_start, vma->vm_end, MADV_UNMERGEABLE,
			   (vm_flags_t *)&vma->vm_flags);
}

int guest_unmerge_all(struct mm_struct *mm)
{
	mm->def_flags &= ~VM_MERGEABLE;
	return guest_unmerge(mm, 0);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Advice answers into a local copy, which is then stored by the helper. */
/* API: const typed */
#include <linux/ksm.h>
#include <linux/mm.h>

int guest_unmerge(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = vma_lookup(mm, address);
	vm_flags_t vm_flags;
	int error;

	vma_start_write(vma);
	vm_flags = vma->vm_flags;
	error = ksm_madvise(vma, vma->vm_start, vma->vm_end, MADV_UNMERGEABLE,
			    &vm_flags);
	if (error)
		return error;
	vm_flags_reset(vma, vm_flags);
	return 0;
}

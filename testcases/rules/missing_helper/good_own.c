// SPDX-License-Identifier: GPL-2.0-only
/* Helpers of its own, as functions and macros, where the tree has none. */
/* API: plain */
#include <linux/mm.h>

static inline void vm_flags_clear(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma->vm_flags &= ~flags;
}

void vma_flags_report(vm_flags_t flags);

#define vma_test_own(vma, flag) ((vma)->vm_flags & (flag))

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, VM_IO);
	vma_flags_report(vma->vm_flags);
	if (vma_test_own(vma, VM_IO))
		vma_flags_report(VM_IO);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Any function that has a fault has a VMA in use. */
/* API: const typed */
#include <linux/mm.h>

vm_fault_t ring_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;

	vm_flags_init(vma, VM_READ); /* EXPECT: init_on_live */
	return VM_FAULT_NOPAGE;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A fault handler writes the flags of the VMA it serves. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

vm_fault_t driver_fault(struct vm_fault *vmf)
{
	vmf->vma->vm_flags |= VM_MIXEDMAP; /* EXPECT: direct_write */
	return VM_FAULT_NOPAGE;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A fault handler writes the flags of the VMA it serves. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

vm_fault_t driver_fault(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE(plain): direct_write, unlocked_modify */
	/* EXPECT-NEXT-LINE(const typed): direct_write */
	vmf->vma->vm_flags |= VM_MIXEDMAP;
	return VM_FAULT_NOPAGE;
}

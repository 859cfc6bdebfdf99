// SPDX-License-Identifier: GPL-2.0-only
/* Fault flags are in the vm_fault */
#include <linux/mm.h>

vm_fault_t area_fault(struct vm_fault *vmf)
{
	if (vmf->flags & FAULT_FLAG_WRITE && vmf->vma->vm_flags & VM_WRITE)
		return VM_FAULT_SIGBUS;
	return VM_FAULT_NOPAGE;
}

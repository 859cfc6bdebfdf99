// SPDX-License-Identifier: GPL-2.0-only
/* Results of faults are returned */
#include <linux/mm.h>

vm_fault_t area_fault(struct vm_fault *vmf)
{
	vm_fault_t result = 0;

	if (vmf->vma->vm_flags & VM_PFNMAP)
		result |= VM_FAULT_RETRY;
	return result & VM_FAULT_RETRY ? result : VM_FAULT_SIGBUS;
}

// SPDX-License-Identifier: GPL-2.0-only
/* Results of faults in a flag word, and flags in a fault */
#include <linux/mm.h>

vm_fault_t area_fault(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: foreign_flag: VM_PFNMAP */
	if (vmf->vma->vm_flags & VM_FAULT_RETRY)
		return VM_FAULT_NOPAGE;
	if (vmf->flags & VM_WRITE) /* EXPECT: foreign_flag: are wanted */
		return VM_FAULT_SIGBUS;
	return VM_SHARED; /* EXPECT: foreign_flag: fault results */
}

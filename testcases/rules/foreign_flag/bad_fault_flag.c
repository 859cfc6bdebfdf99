// SPDX-License-Identifier: GPL-2.0-only
/* FAULT_FLAG_WRITE in a VMA is VM_READ (an out-of-tree driver) */
#include <linux/mm.h>

vm_fault_t area_fault(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: foreign_flag: fault flags */
	if (vmf->vma->vm_flags & FAULT_FLAG_WRITE)
		return VM_FAULT_SIGBUS;
	return VM_FAULT_NOPAGE;
}

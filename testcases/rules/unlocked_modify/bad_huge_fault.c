// SPDX-License-Identifier: GPL-2.0-only
/* A huge fault, with the handler assigned at run time. */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t dax_huge(struct vm_fault *vmf, unsigned int order)
{
	if (order)
		/* EXPECT-NEXT-LINE: unlocked_modify: .huge_fault */
		vm_flags_set(vmf->vma, VM_HUGEPAGE);
	return 0;
}

void dax_setup(struct vm_operations_struct *ops)
{
	ops->huge_fault = dax_huge;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A fault handler takes a flag away that is not set (a network stack, 2024). */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;
	vm_fault_t ret = vmf_insert_pfn(vma, vmf->address, 1);

	vm_flags_clear(vma, VM_DONTDUMP); /* EXPECT: unlocked_modify */
	return ret;
}

const struct vm_operations_struct area_ops = { .fault = area_fault };

// SPDX-License-Identifier: GPL-2.0-only
/* As bad_clear_in_fault, with the flags where the mapping is made. */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	return vmf_insert_pfn(vmf->vma, vmf->address, 1);
}

const struct vm_operations_struct area_ops = { .fault = area_fault };

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_mod(vma, VM_PFNMAP, VM_DONTDUMP);
	vma->vm_ops = &area_ops;
	return 0;
}

const struct file_operations area_fops = { .mmap = area_mmap };

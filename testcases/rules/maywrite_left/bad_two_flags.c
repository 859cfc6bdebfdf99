// SPDX-License-Identifier: GPL-2.0-only
/* Two accesses are refused, one is taken away for good. */
/* API: const typed */
#include <linux/mm.h>

static int code_mmap(struct file *file, struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: maywrite_left: VM_MAYEXEC */
	if (vma->vm_flags & (VM_WRITE | VM_EXEC))
		return -1;
	vm_flags_clear(vma, VM_MAYWRITE);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = code_mmap };

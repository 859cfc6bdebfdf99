// SPDX-License-Identifier: GPL-2.0-only
/* page_mkwrite and pfn_mkwrite run under the same lock. */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t file_mkwrite(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: unlocked_modify: .page_mkwrite */
	vm_flags_clear(vmf->vma, VM_MAYSHARE);
	return 0;
}

static vm_fault_t file_pfn_mkwrite(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: unlocked_modify: .pfn_mkwrite */
	vm_flags_clear(vmf->vma, VM_MAYSHARE);
	return 0;
}

const struct vm_operations_struct file_ops = {
	.page_mkwrite = file_mkwrite,
	.pfn_mkwrite = file_pfn_mkwrite,
};

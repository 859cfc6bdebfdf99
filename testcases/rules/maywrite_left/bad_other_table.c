// SPDX-License-Identifier: GPL-2.0-only
/* Another file puts this handler into its table. */
#include <linux/mm.h>

struct context;
int page_mmap(struct context *context, struct vm_area_struct *vma);

int page_mmap(struct context *context, struct vm_area_struct *vma)
{
	int ret;

	switch (vma->vm_pgoff) {
	case 0:
		if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
			ret = -14;
		else
			ret = remap_pfn_range(vma, vma->vm_start, 8, 4096,
					      vma->vm_page_prot);
		break;
	default:
		ret = -22;
		break;
	}
	return ret;
}

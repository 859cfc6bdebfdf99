// SPDX-License-Identifier: GPL-2.0-only
/* A table of another core, whose own handler has taken the flag away before. */
#include <linux/mm.h>

struct kind_of_map {
	int (*map_mmap)(int nr, struct vm_area_struct *vma);
};

static int ring_mmap_part(int nr, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) {
		if (vma->vm_pgoff != 0)
			return -EPERM;
	}
	return remap_pfn_range(vma, vma->vm_start, nr, 4096,
			       vma->vm_page_prot);
}

const struct kind_of_map ring_kind = { .map_mmap = ring_mmap_part };

// SPDX-License-Identifier: GPL-2.0-only
/* All but the first page may be written, by what else an else refuses. */
#include <linux/mm.h>

struct ring {
	bool is_open;
};

static struct ring ring;

static int ring_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) { /* EXPECT: maywrite_left */
		if (vma->vm_pgoff == 0)
			return -EPERM;
	}
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

static int page_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) { /* EXPECT: maywrite_left */
		if (ring.is_open)
			vma->vm_pgoff = 1;
		else
			return -EPERM;
	}
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations ring_fops = { .mmap = ring_mmap };
const struct file_operations page_fops = { .mmap = page_mmap };

// SPDX-License-Identifier: GPL-2.0-only
/* A command ring, ported from an older kernel in a hurry. */
#include <linux/mm.h>

struct ring_buffer {
	u32 vma_flags; /* of the GPU's own address space */
	unsigned long pages;
};

static int ring_mmap(struct file *file, struct vm_area_struct *vma)
{
	struct ring_buffer *ring = file->private_data;

	ring->vma_flags |= 1;
	vma->vm_flags |= VM_DONTCOPY | VM_DONTEXPAND;
	return remap_pfn_range(vma, vma->vm_start, vma->vm_pgoff, ring->pages,
			       vma->vm_page_prot);
}

/* "assignment of read-only member" went away with the cast. */
static int ring_mmap_user(struct file *file, struct vm_area_struct *vma)
{
	*(unsigned long *)&vma->vm_flags &= ~VM_MAYWRITE;
	return ring_mmap(file, vma);
}

const struct file_operations ring_operations = {
	.mmap = ring_mmap_user,
};

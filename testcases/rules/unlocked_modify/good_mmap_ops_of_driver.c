// SPDX-License-Identifier: GPL-2.0-only
/* A hook that is called mmap in a struct of the driver. */
/* API: typed3 */
#include <linux/mm.h>

struct ring_hooks {
	int (*mmap)(struct ring_hooks *ring, struct vm_area_struct *vma);
};

static int ring_mmap(struct ring_hooks *ring, struct vm_area_struct *vma)
{
	mmap_assert_write_locked(vma->vm_mm);
	vma_set_flags(vma, VMA_DONTEXPAND_BIT);
	return 0;
}

const struct ring_hooks ring = {
	.mmap = ring_mmap,
};

// SPDX-License-Identifier: GPL-2.0-only
/* Members called flags of everything else. */
#include <linux/mm.h>
#include <linux/vmalloc.h>

struct ring {
	unsigned long flags;
	struct vm_area_struct *vma;
};

void ring_mark(struct ring *ring, struct vm_struct *area, struct vm_fault *vmf)
{
	struct ring fresh = { .flags = 1 };

	ring->flags |= 2;
	ring->flags = fresh.flags;
	area->flags |= VM_USERMAP;
	vmf->flags = 0;
	ring->vma->vm_mm->flags |= 4;
}

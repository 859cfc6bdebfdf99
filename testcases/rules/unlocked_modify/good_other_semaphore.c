// SPDX-License-Identifier: GPL-2.0-only
/* Another semaphore of the driver is held for reading. */
/* API: const typed */
#include <linux/mm.h>

struct ring {
	struct rw_semaphore lock;
};

void ring_mark(struct ring *ring, struct vm_area_struct *vma)
{
	down_read(&ring->lock);
	vm_flags_set(vma, VM_DONTCOPY);
	up_read(&ring->lock);
}

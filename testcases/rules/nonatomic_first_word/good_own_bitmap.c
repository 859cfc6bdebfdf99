// SPDX-License-Identifier: GPL-2.0-only
/* Another structure has words of its own. */
#include <linux/mm.h>

struct ring {
	unsigned long flags[2];
	unsigned long vm_flags;
};

void ring_mark(struct ring *ring)
{
	ring->flags[0] |= VM_IO;
	ring->vm_flags |= VM_IO;
	__set_bit(3, ring->flags);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Another structure has a member of this name. */
#include <linux/mm.h>

struct ring {
	unsigned long vm_flags;
};

void ring_mark(struct ring *ring)
{
	set_bit(14, &ring->vm_flags);
}

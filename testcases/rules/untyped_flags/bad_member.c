// SPDX-License-Identifier: GPL-2.0-only
/* A member that holds flags */
#include <linux/mm.h>

struct area_state {
	unsigned long flags; /* EXPECT: untyped_flags: 'flags' */
};

void area_save(struct area_state *state, struct vm_area_struct *vma)
{
	state->flags = vma->vm_flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A member of the type for flags */
#include <linux/mm.h>

struct area_state {
	vm_flags_t flags;
};

void area_save(struct area_state *state, struct vm_area_struct *vma)
{
	state->flags = vma->vm_flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A word is kept first and masked where it is asked. */
#include <linux/mm.h>

struct area_state {
	vm_flags_t flags;
	bool is_shared;
};

bool area_note(struct area_state *state, const struct vm_area_struct *vma)
{
	const vm_flags_t flags = vma->vm_flags;

	state->flags = flags;
	state->is_shared = (flags & VM_SHARED) != 0;
	return flags & VM_WRITE && !(flags & VM_SHARED);
}

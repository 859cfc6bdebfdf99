// SPDX-License-Identifier: GPL-2.0-only
/* Copies of the flags kept in arrays and structs. */
#include <linux/mm.h>

struct area_state {
	unsigned long saved[2];
	unsigned long mask;
};

void area_save(struct area_state *state, struct vm_area_struct *vma)
{
	state->saved[0] = vma->vm_flags;
	state->saved[1] |= vma->vm_flags & state->mask;
	state->mask ^= vma->vm_flags;
}

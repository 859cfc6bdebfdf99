// SPDX-License-Identifier: GPL-2.0-only
/* The copy goes to, or comes from, a member of another struct. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct shadow_area {
	struct vm_area_struct vma;
	int users;
};

void shadow_fill(struct shadow_area *shadow, struct vm_area_struct *vma)
{
	shadow->vma = *vma; /* EXPECT: struct_copy */
	*vma = shadow->vma; /* EXPECT: struct_copy */
}

// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that is part of another struct. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct shadow_area {
	int users;
	struct vm_area_struct vma;
};

void shadow_mark(struct shadow_area *shadow)
{
	shadow->vma.vm_flags |= VM_IO; /* EXPECT: direct_write */
}

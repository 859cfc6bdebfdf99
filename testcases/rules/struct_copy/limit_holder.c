// SPDX-License-Identifier: GPL-2.0-only
/* The copy of a struct that holds a VMA by value. */
#include <linux/mm.h>

struct shadow_area {
	struct vm_area_struct vma;
	int users;
};

void shadow_clone(struct shadow_area *to, const struct shadow_area *from)
{
	memcpy(to, from, sizeof(*to)); /* KNOWN-MISS: struct_copy */
}

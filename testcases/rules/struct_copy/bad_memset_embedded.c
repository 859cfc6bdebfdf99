// SPDX-License-Identifier: GPL-2.0-only
/* A VMA reached through a pointer to the struct around it. */
#include <linux/mm.h>

struct shadow_area {
	struct vm_area_struct vma;
	int users;
};

void shadow_forget(struct shadow_area *shadow)
{
	memset(&shadow->vma, 0, sizeof(shadow->vma)); /* EXPECT: struct_copy */
}

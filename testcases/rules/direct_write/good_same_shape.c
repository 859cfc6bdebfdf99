// SPDX-License-Identifier: GPL-2.0-only
/* A union of the same shape in somebody else's struct. */
#include <linux/mm.h>

struct guest_area {
	union {
		vm_flags_t vm_flags;
		vm_flags_t raw;
	};
	struct vm_area_struct *vma;
};

void guest_area_set(struct guest_area *area)
{
	area->vm_flags = area->vma->vm_flags;
	area->vm_flags |= VM_IO;
}

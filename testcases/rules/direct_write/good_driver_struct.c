// SPDX-License-Identifier: GPL-2.0-only
/* A driver's own structs with members of these names. */
#include <linux/mm.h>

struct gpu_mapping {
	u32 vma_flags;
	unsigned int vm_flags;
	u64 flags;
};

void gpu_mapping_pin(struct gpu_mapping *mapping, u32 pin)
{
	mapping->vma_flags |= pin;
	mapping->vm_flags = 0;
	mapping->vm_flags++;
	mapping->flags |= BIT(3);
}

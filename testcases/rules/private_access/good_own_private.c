// SPDX-License-Identifier: GPL-2.0-only
/* A driver's own private member, and ACCESS_PRIVATE() of it. */
#include <linux/mm.h>

struct guest_area {
	unsigned long __private __vm_flags;
	DECLARE_BITMAP(__vma_flags, 64);
};

void guest_area_set(struct guest_area *area, unsigned long flags)
{
	area->__vm_flags = flags;
	ACCESS_PRIVATE(area, __vm_flags) |= VM_IO;
	area->__vma_flags[0] = flags;
	set_bit(3, area->__vma_flags);
}

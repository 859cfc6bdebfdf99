// SPDX-License-Identifier: GPL-2.0-only
/* A struct of a driver with a const member of the same name. */
#include <linux/mm.h>

struct guest_area {
	const unsigned long vm_flags;
	unsigned long start;
};

void guest_area_set(struct guest_area *area, unsigned long flags)
{
	unsigned long *word = (unsigned long *)&area->vm_flags;

	*word = flags;
	*(unsigned long *)&area->vm_flags |= VM_IO;
}

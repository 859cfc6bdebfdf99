// SPDX-License-Identifier: GPL-2.0-only
/* Any of each mask, which no single test asks for */
#include <linux/mm.h>

bool area_is_open(vm_flags_t flags)
{
	return (flags & (VM_READ | VM_WRITE)) && (flags & (VM_IO | VM_PFNMAP));
}

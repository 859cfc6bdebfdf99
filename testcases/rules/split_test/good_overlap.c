// SPDX-License-Identifier: GPL-2.0-only
/* Masks that share a flag: the second test is what is odd */
#include <linux/mm.h>

bool area_is_mapped(vm_flags_t flags)
{
	return (flags & (VM_IO | VM_PFNMAP)) || (flags & VM_IO);
}

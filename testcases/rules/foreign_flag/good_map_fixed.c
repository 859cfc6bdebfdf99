// SPDX-License-Identifier: GPL-2.0-only
/* MAP_FIXED in a word of options */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

unsigned long area_place(unsigned long address, unsigned long options)
{
	vm_flags_t vm_flags = 0;

	if (options & MAP_SHARED)
		vm_flags |= VM_SHARED | VM_MAYSHARE;
	if (!(options & MAP_FIXED) && !(vm_flags & VM_SHARED))
		address &= ~4095UL;
	return address;
}

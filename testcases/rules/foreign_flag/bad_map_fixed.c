// SPDX-License-Identifier: GPL-2.0-only
/* MAP_FIXED in a word of flags (mm/mmap.c, 2015) */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

unsigned long area_place(unsigned long address, vm_flags_t vm_flags)
{
	if (!(vm_flags & MAP_FIXED)) /* EXPECT: foreign_flag: VM_MAYREAD */
		address &= ~4095UL;
	return address;
}

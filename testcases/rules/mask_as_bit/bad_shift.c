// SPDX-License-Identifier: GPL-2.0-only
/* One is shifted by a mask that a macro of the file holds */
#include <linux/mm.h>

#define AREA_FLAG VM_MAYREAD

bool area_may_read(vm_flags_t flags)
{
	return flags & (1UL << AREA_FLAG); /* EXPECT: mask_as_bit: bit 16 */
}

// SPDX-License-Identifier: GPL-2.0-only
/* The flag word compared with a bit number */
/* API: typed */
#include <linux/mm.h>

bool area_is_io(vm_flags_t flags)
{
	return flags == VMA_IO_BIT; /* EXPECT: bit_as_mask */
}

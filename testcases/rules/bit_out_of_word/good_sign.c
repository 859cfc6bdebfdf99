// SPDX-License-Identifier: GPL-2.0-only
/* Bit 31 of an unsigned word */
/* API: typed */
#include <linux/mm.h>

vm_flags_t mergeable_mask(void)
{
	return BIT((__force int)VMA_MERGEABLE_BIT);
}

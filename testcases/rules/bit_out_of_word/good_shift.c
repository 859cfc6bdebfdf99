// SPDX-License-Identifier: GPL-2.0-only
/* A long is shifted */
/* API: typed */
#include <linux/mm.h>

vm_flags_t droppable_mask(void)
{
	return 1UL << (__force int)VMA_DROPPABLE_BIT;
}

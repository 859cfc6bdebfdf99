// SPDX-License-Identifier: GPL-2.0-only
/* A mask returned as a bit */
/* API: typed */
#include <linux/mm.h>

vma_flag_t area_access(bool is_write)
{
	if (is_write)
		return VMA_WRITE_BIT;
	return VM_READ; /* EXPECT: mask_as_bit */
}

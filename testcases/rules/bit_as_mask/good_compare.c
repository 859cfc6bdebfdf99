// SPDX-License-Identifier: GPL-2.0-only
/* Two bits are compared */
/* API: typed */
#include <linux/mm.h>

bool bit_is_io(vma_flag_t bit)
{
	return bit == VMA_IO_BIT || bit != VMA_PFNMAP_BIT;
}

// SPDX-License-Identifier: GPL-2.0-only
/* Bits are compared for being the same */
/* API: typed */
#include <linux/mm.h>

bool bit_is_access(vma_flag_t bit)
{
	return bit == VMA_READ_BIT || bit == VMA_WRITE_BIT ||
	       bit == VMA_EXEC_BIT;
}

// SPDX-License-Identifier: GPL-2.0-only
/* Bits have no order */
/* API: typed */
#include <linux/mm.h>

bool bit_is_access(vma_flag_t bit)
{
	return bit <= VMA_EXEC_BIT; /* EXPECT: bit_arithmetic, bit_arithmetic */
}

// SPDX-License-Identifier: GPL-2.0-only
/* Bit 31 of an int is its sign, and fills the upper half */
/* API: typed */
#include <linux/mm.h>

#define MERGEABLE ((__force int)VMA_MERGEABLE_BIT)

vm_flags_t mergeable_mask(void)
{
	return 1 << MERGEABLE; /* EXPECT: bit_out_of_word: bit 31 */
}

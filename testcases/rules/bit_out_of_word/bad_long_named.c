// SPDX-License-Identifier: GPL-2.0-only
/* A far bit by its name, shifted in a long of 32 bits elsewhere */
/* API: typed */
#include <linux/mm.h>

vm_flags_t area_droppable(void)
{
	return BIT(
		(__force int)VMA_DROPPABLE_BIT); /* EXPECT: bit_out_of_word */
}

// SPDX-License-Identifier: GPL-2.0-only
/* An int is shifted by more bits than it has */
/* API: typed */
#include <linux/mm.h>

vm_flags_t droppable_mask(void)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word: bit 40 */
	return 1 << (__force int)VMA_DROPPABLE_BIT;
}

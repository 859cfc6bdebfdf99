// SPDX-License-Identifier: GPL-2.0-only
/* The same in a file that is parsed for 64 bits alone */
/* API: typed2 typed3 */
#include <linux/mm.h>

vma_flags_t area_special(void)
{
	/* KNOWN-MISS-NEXT-LINE: bit_out_of_word */
	return mk_vma_flags(VMA_IO_BIT, VMA_DROPPABLE_BIT);
}

// SPDX-License-Identifier: GPL-2.0-only
/* High bits in a bitmap of 32 (include/linux/userfaultfd_k.h, 2026) */
/* API: typed2 typed3 */
#include <linux/mm.h>

#ifndef CONFIG_64BIT
vma_flags_t area_special(void)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word: 32 bits */
	return mk_vma_flags(VMA_IO_BIT, VMA_DROPPABLE_BIT);
}
#endif

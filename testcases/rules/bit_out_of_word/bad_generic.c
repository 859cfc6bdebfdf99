// SPDX-License-Identifier: GPL-2.0-only
/* High bits in a file that kernels of 32 bits have, too */
/* API: typed2 typed3 */
#include <linux/mm.h>

vma_flags_t area_special(void)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word: a long has 32 bits */
	return mk_vma_flags(VMA_IO_BIT, VMA_DROPPABLE_BIT);
}

#if VMA_FLAGS_OF_64_BITS || defined(CONFIG_64BIT)
vma_flags_t area_guarded(void)
{
	return mk_vma_flags(VMA_IO_BIT, VMA_DROPPABLE_BIT);
}
#endif

vma_flags_t area_asked(void)
{
	if (IS_ENABLED(CONFIG_64BIT))
		return mk_vma_flags(VMA_IO_BIT, VMA_DROPPABLE_BIT);
	return mk_vma_flags(VMA_IO_BIT);
}

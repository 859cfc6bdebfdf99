// SPDX-License-Identifier: GPL-2.0-only
/* The same by hand, as legacy_to_vma_flags() was first written. */
/* API: typed2 typed3 */
#include <linux/mm.h>

vma_flags_t flags_of_word(unsigned long word)
{
	vma_flags_t ret;

	/* EXPECT-NEXT-LINE: stale_high_words, private_access */
	ret.__vma_flags[0] = word;
	return ret;
}

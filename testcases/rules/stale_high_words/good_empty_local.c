// SPDX-License-Identifier: GPL-2.0-only
/* The corrected twin: the variable starts empty. */
/* API: typed2 typed3 */
#include <linux/mm.h>

vma_flags_t flags_of_word(unsigned long word)
{
	vma_flags_t flags = EMPTY_VMA_FLAGS;

	vma_flags_overwrite_word(&flags, word);
	return flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A bitmap that is a variable is nobody else's. */
/* API: typed2 typed3 */
#include <linux/mm.h>

vma_flags_t flags_mark(unsigned long word)
{
	vma_flags_t flags = EMPTY_VMA_FLAGS;

	vma_flags_set_word(&flags, word);
	return flags;
}

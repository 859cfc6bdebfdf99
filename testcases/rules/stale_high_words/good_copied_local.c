// SPDX-License-Identifier: GPL-2.0-only
/* The variable takes all words over before one changes. */
/* API: typed */
#include <linux/mm.h>

vma_flags_t flags_with_word(const vma_flags_t *from, unsigned long word)
{
	vma_flags_t flags;

	flags = *from;
	vma_flags_overwrite_word(&flags, word);
	return flags;
}

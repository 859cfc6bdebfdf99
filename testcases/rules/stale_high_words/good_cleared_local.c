// SPDX-License-Identifier: GPL-2.0-only
/* The variable is cleared by the helper. */
/* API: typed */
#include <linux/mm.h>

vma_flags_t flags_of_word(unsigned long word)
{
	vma_flags_t flags;

	vma_flags_clear_all(&flags);
	vma_flags_overwrite_word(&flags, word);
	return flags;
}

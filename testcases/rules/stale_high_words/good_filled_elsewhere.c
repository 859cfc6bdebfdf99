// SPDX-License-Identifier: GPL-2.0-only
/* Another function fills the variable. */
/* API: typed */
#include <linux/mm.h>

void flags_fill(vma_flags_t *flags);

vma_flags_t flags_with_word(unsigned long word)
{
	vma_flags_t flags;

	flags_fill(&flags);
	vma_flags_overwrite_word(&flags, word);
	return flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* A conversion that fills the first word of a variable without a value. */
/* API: typed */
#include <linux/mm.h>

vma_flags_t flags_of_word(unsigned long word)
{
	vma_flags_t flags;

	/* EXPECT-NEXT-LINE: stale_high_words: hold garbage */
	vma_flags_overwrite_word(&flags, word);
	return flags;
}

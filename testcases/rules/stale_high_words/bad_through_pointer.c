// SPDX-License-Identifier: GPL-2.0-only
/* The variable is filled through a pointer to it. */
/* API: typed */
#include <linux/mm.h>

vma_flags_t flags_of_word(unsigned long word)
{
	vma_flags_t flags;
	vma_flags_t *target = &flags;

	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word(target, word);
	return flags;
}

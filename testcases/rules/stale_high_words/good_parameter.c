// SPDX-License-Identifier: GPL-2.0-only
/* A bitmap that is handed in is the caller's. */
/* API: typed */
#include <linux/mm.h>

void flags_put_word(vma_flags_t *flags, unsigned long word)
{
	vma_flags_overwrite_word(flags, word);
}

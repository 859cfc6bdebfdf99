// SPDX-License-Identifier: GPL-2.0-only
/* The words of a bitmap that was passed by its address. */
/* API: typed */
#include <linux/mm.h>

unsigned long flags_first_word(const vma_flags_t *flags)
{
	return *flags->__vma_flags; /* EXPECT: private_access */
}

// SPDX-License-Identifier: GPL-2.0-only
/* A conversion that fills the first word of a bitmap of its own. */
/* API: typed */
#include <linux/mm.h>

vma_flags_t flags_convert(vm_flags_t word)
{
	vma_flags_t flags;

	/* EXPECT-NEXT-LINE: private_access, stale_high_words */
	flags.__vma_flags[0] = word;
	return flags;
}

// SPDX-License-Identifier: GPL-2.0-only
/* An owner of the flags is not spared. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void vma_flags_assign(vma_flags_t *flags, unsigned long word)
{
	vma_flags_t ret;

	*ret.__vma_flags = word; /* EXPECT: stale_high_words */
	*flags = ret;
}

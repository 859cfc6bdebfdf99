// SPDX-License-Identifier: GPL-2.0-only
/* Flags behind the first word are lost in the legacy word. */
/* API: typed3 */
#include <linux/mm.h>

enum { AREA_FAR_BIT = 70 };

vm_flags_t flags_flatten(vma_flags_t flags)
{
	return vma_flags_to_legacy(flags); /* KNOWN-MISS: stale_high_words */
}

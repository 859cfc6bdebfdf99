// SPDX-License-Identifier: GPL-2.0-only
/* The conversions between a word and a bitmap. */
/* API: typed3 */
#include <linux/mm.h>

vma_flags_t flags_add(vma_flags_t flags, vm_flags_t word)
{
	word |= vma_flags_to_legacy(flags);
	return legacy_to_vma_flags(word);
}

// SPDX-License-Identifier: GPL-2.0-only
/* Which flag it is, only the caller knows. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, bool lock)
{
	vma_flag_t bit = lock ? VMA_DONTCOPY_BIT : VMA_IO_BIT;

	vma_set_atomic_flag(vma, bit); /* KNOWN-MISS: atomic_misuse */
}

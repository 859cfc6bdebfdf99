// SPDX-License-Identifier: GPL-2.0-only
/* The same by its first name. */
/* API: typed1 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma_flag_set_atomic(vma, VMA_MAYBE_GUARD_BIT);
	/* EXPECT-NEXT-LINE: atomic_misuse: DONTCOPY */
	vma_flag_set_atomic(vma, VMA_DONTCOPY_BIT);
}

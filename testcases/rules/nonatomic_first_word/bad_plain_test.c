// SPDX-License-Identifier: GPL-2.0-only
/* The same by the helper for flags that are not. */
/* API: typed3 */
#include <linux/mm.h>

bool area_may_guard(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	if (vma_flags_test(&vma->flags, VMA_MAYBE_GUARD_BIT))
		return true;
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	return vma_test(vma, VMA_MAYBE_GUARD_BIT);
}

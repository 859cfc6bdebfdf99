// SPDX-License-Identifier: GPL-2.0-only
/* The same by its first name. */
/* API: typed1 */
#include <linux/mm.h>

void area_guard(struct vm_area_struct *vma)
{
	if (!vma_flag_test_atomic(vma, VMA_MAYBE_GUARD_BIT))
		vma_flag_set_atomic(vma, VMA_MAYBE_GUARD_BIT);
}

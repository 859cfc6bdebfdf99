// SPDX-License-Identifier: GPL-2.0-only
/* The one flag that is set atomically, by its helper. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_guard(struct vm_area_struct *vma)
{
	if (!vma_test_atomic_flag(vma, VMA_MAYBE_GUARD_BIT))
		vma_set_atomic_flag(vma, VMA_MAYBE_GUARD_BIT);
}

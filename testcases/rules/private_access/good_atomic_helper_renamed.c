// SPDX-License-Identifier: GPL-2.0-only
/* The same helpers under their later names. */
/* API: typed2 typed3 */
#include <linux/mm.h>

bool area_guard(struct vm_area_struct *vma)
{
	vma_set_atomic_flag(vma, VMA_MAYBE_GUARD_BIT);
	return vma_test_atomic_flag(vma, VMA_MAYBE_GUARD_BIT);
}

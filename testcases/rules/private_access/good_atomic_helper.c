// SPDX-License-Identifier: GPL-2.0-only
/* The one flag that may change under a read lock, by its helpers. */
/* API: typed1 */
#include <linux/mm.h>

bool area_guard(struct vm_area_struct *vma)
{
	vma_flag_set_atomic(vma, VMA_MAYBE_GUARD_BIT);
	return vma_flag_test_atomic(vma, VMA_MAYBE_GUARD_BIT);
}

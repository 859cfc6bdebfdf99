// SPDX-License-Identifier: GPL-2.0-only
/* The test that goes with the atomic setter. */
/* API: typed2 typed3 */
#include <linux/mm.h>

bool area_may_guard(struct vm_area_struct *vma)
{
	return vma_test_atomic_flag(vma, VMA_MAYBE_GUARD_BIT);
}

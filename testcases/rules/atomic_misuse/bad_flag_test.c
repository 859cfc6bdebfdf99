// SPDX-License-Identifier: GPL-2.0-only
/* The atomic test is false for other flags. */
/* API: typed2 typed3 */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: atomic_misuse */
	return vma_test_atomic_flag(vma, VMA_SHARED_BIT);
}

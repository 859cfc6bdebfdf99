// SPDX-License-Identifier: GPL-2.0-only
/* A mask passed to the atomic helper of 6.19 */
/* API: typed1 */
#include <linux/mm.h>

void area_guard(struct vm_area_struct *vma)
{
	vma_flag_set_atomic(vma, VM_MAYBE_GUARD); /* EXPECT: mask_as_bit */
}

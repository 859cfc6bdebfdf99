// SPDX-License-Identifier: GPL-2.0-only
/* A mask passed as the bit of a helper (contracts 09) */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma_test(vma, VM_SHARED); /* EXPECT: mask_as_bit: 'vma_test' */
}

// SPDX-License-Identifier: GPL-2.0-only
/* A mask kept in a variable of the type of bits */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_locked(struct vm_area_struct *vma)
{
	vma_flag_t bit = VM_EXEC; /* EXPECT: mask_as_bit: bit 4 */

	return vma_test(vma, bit);
}
